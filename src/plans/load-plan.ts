import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { parseLocalDate } from '../calendar/local-date.ts'
import { type Installation, projectFolder } from '../platform/installation.ts'
import { type PlanCommand, planDecider } from './plan.ts'
import { objectiveLimbs, statutoryContentKeys } from './statutory-contents.ts'

const limbs = Object.keys(objectiveLimbs) as Array<keyof typeof objectiveLimbs>

const planFile = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  body: z.string().min(1),
  startsOn: z.string().transform(parseLocalDate),
  endsOn: z.string().transform(parseLocalDate),
  place: z.string().min(1),
  source: z.string(),
  note: z.string(),
  objectives: z.array(
    z.strictObject({
      code: z.string().min(1),
      title: z.string().min(1),
      limb: z.enum(limbs).optional(),
      measures: z.array(z.string()).optional(),
      whyNoMeasure: z.string().optional(),
    }),
  ),
  contents: z.array(z.strictObject({ content: z.enum(statutoryContentKeys), text: z.string(), source: z.string() })),
})

type PlanFile = z.infer<typeof planFile>

/** The area's plan as its file states it, as the commands that make it. */
export function commandsOf({ objectives, contents, ...declaration }: PlanFile): readonly PlanCommand[] {
  const by = declaration.body
  return [
    { type: 'DeclarePlan', ...declaration },
    ...objectives.flatMap(({ code, title, limb, measures = [], whyNoMeasure }): readonly PlanCommand[] => [
      { type: 'StateObjective', by, code, title, limb: limb ?? null },
      ...measures.map((measure): PlanCommand => ({ type: 'LinkMeasure', by, objective: code, measure })),
      ...(whyNoMeasure ? [{ type: 'ExplainNoMeasure', by, objective: code, reason: whyNoMeasure } as const] : []),
    ]),
    ...contents.map((content): PlanCommand => ({ type: 'SetOutContent', by, ...content })),
  ]
}

/**
 * Puts the area's police and crime plan on the record when it is not there yet. What people changed since stays as
 * they left it.
 */
export async function loadAreaPlan({ record }: Installation, at: string): Promise<void> {
  const file = path.join(projectFolder, 'area/thames-and-chiltern/plan.json')
  const plan = planFile.parse(JSON.parse(await readFile(file, 'utf8')))
  const { version } = await record.read(planDecider, plan.code)
  if (version > 0) return
  const act = { actor: 'area-file', at }
  await record.performAll(commandsOf(plan).map((command) => ({ decider: planDecider, id: plan.code, command, act })))
}
