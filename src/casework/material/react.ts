import type { Reaction } from '../../platform/record/decider.ts'
import type { OrderOf } from '../referral/commands.ts'
import type { MaterialEvent, Register } from './register.ts'

/** What came, or cannot be had, answers every item of an action plan that asked for it. */
export function reactToMaterial(event: MaterialEvent, state: Register | null): readonly Reaction[] {
  if (event.type !== 'MaterialReceived' && event.type !== 'MaterialNotObtained') return []
  const item = state?.items.find(({ key }) => key === event.item)
  if (!state || !item) return []
  const answer =
    event.type === 'MaterialReceived'
      ? ({ state: 'received', reason: '', ...(event.settings && { settings: event.settings }) } as const)
      : ({ state: event.state, reason: event.reason } as const)
  const { at, by } = event
  return (item.requests.at(-1)?.plans ?? []).map(({ referral, key }) => {
    const command: OrderOf<'NoteMaterialAnswered'> = {
      type: 'NoteMaterialAnswered',
      referral,
      item: key,
      material: { key: item.key, title: item.title },
      ...answer,
      at,
      by,
    }
    return { kind: 'referral', id: state.caseId, command }
  })
}
