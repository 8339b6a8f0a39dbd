import type { FastifyReply } from 'fastify'

/** Sends a PDF as a file with a name of its own: `Frankpledge-CSTH4444-decision-1.pdf`. */
export const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer): FastifyReply =>
  reply.type('application/pdf').header('content-disposition', `attachment; filename="${name}"`).send(pdf)
