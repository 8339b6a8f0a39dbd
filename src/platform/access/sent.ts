/** What a form sent, by field. */
export type Sent = Readonly<Record<string, unknown>>

export const sentOf = (body: unknown): Sent => (body !== null && typeof body === 'object' ? { ...body } : {})

/** One field as text, without the spaces round it; empty when it was not sent. */
export function textOf(sent: Sent, name: string): string {
  const value = sent[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** A password as it was typed: spaces are part of it. */
export function passwordOf(sent: Sent, name: string): string {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}
