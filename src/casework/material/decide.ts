import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { fixedDate } from '../../duties/rules.ts'
import { dueOnFixedDate } from '../../duties/worked-date.ts'
import { under } from '../deadlines/deadline.ts'
import { askForPlan, endPlanRequest, notePlanAnswer } from './plan-requests.ts'
import type { Asked, Asking, Item, MaterialCommand, MaterialEvent, Register } from './register.ts'
import { refuseMaterial } from './refusals.ts'
import { checkDetails, checkUse, detailKeys, longestDescription, requireReason, requireShort } from './requirements.ts'
import { nextKey, openRequest } from './standing.ts'

type Order<Type> = Extract<MaterialCommand, { readonly type: Type }>

export function decideRegister(command: MaterialCommand, state: Register | null): MaterialEvent[] {
  if (command.type === 'AddMaterial') return addMaterial(command, state)
  if (command.type === 'RequestMaterial') return requestMaterial(command, state)
  if (command.type === 'AskForPlan') return askForPlan(command, state)
  if (command.type === 'NotePlanAnswer') return notePlanAnswer(command, state)
  if (command.type === 'EndPlanRequest') return endPlanRequest(command, state)
  if (command.type === 'NotePolice') return notePolice(command, state)
  if (!state) throw refuseMaterial('material.no-register')
  const item = standing(command.item, state)
  switch (command.type) {
    case 'AskAgain':
      return askAgain(command, item)
    case 'TakeRequestBack':
      return takeRequestBack(command, item)
    case 'ReceiveMaterial':
      return receiveMaterial(command, item)
    case 'ReportNotObtained':
      return reportNotObtained(command, item)
    case 'MarkLost':
      return markLost(command, item)
    case 'DecideUse':
      return decideUse(command, item)
    case 'CorrectMaterial':
      return correctMaterial(command, item)
    case 'WithdrawMaterial':
      return withdrawMaterial(command, item)
    case 'AttachFile':
      return attachFile(command, item, state)
    case 'WithdrawFile':
      return withdrawFile(command, item)
  }
}

function addMaterial(command: Order<'AddMaterial'>, state: Register | null): MaterialEvent[] {
  const { caseId, details, reason, use, useReason, at, by } = command
  checkDetails(details)
  if (command.state !== 'received') requireReason(reason)
  requireShort(reason, longestDescription)
  checkUse(use, useReason, details.kind)
  const item = nextKey(state)
  if (command.key !== undefined && command.key !== item) throw refuseMaterial('material.number-taken')
  const added = { caseId, item, details, state: command.state, reason, use, useReason }
  return [{ type: 'MaterialAdded', ...added, at, by }]
}

function requestMaterial(command: Order<'RequestMaterial'>, state: Register | null): MaterialEvent[] {
  const { caseId, details, request, at, by } = command
  checkDetails(details)
  const item = nextKey(state)
  return [{ type: 'MaterialRequested', caseId, item, details, request: asked(request, item, at), at, by }]
}

/** What was refused, missing or lost may be asked for anew; what is waited for, or here, need not be. */
function askAgain({ item: key, request, at, by }: Order<'AskAgain'>, item: Item): MaterialEvent[] {
  if (item.state === 'requested') throw refuseMaterial('material.asked-for-already')
  if (item.state === 'received') throw refuseMaterial('material.received-already')
  return [{ type: 'MaterialAskedForAgain', item: key, request: asked(request, key, at), at, by }]
}

/** The date is the asker's own: nothing is counted. It may be today, and not a day that has passed. */
function asked({ why, dueOn, asker, police }: Asking, item: string, at: Instant): Asked {
  requireReason(why)
  if (dueOn === null) return { why, asker, due: null }
  const today = toLocalDate(at)
  if (dueOn < today) throw refuseMaterial('material.due-in-past')
  const worked = under(fixedDate, dueOnFixedDate(today, dueOn, `the request for material ${item}`))
  return { why, asker, due: { ...worked, owedBy: police } }
}

/** Nobody lets themselves off: only who asked says that it is not needed any longer. */
function takeRequestBack(command: Order<'TakeRequestBack'>, item: Item): MaterialEvent[] {
  const { item: key, reason, agency, at, by } = command
  const request = openRequest(item)
  if (!request) throw refuseMaterial('material.nothing-asked-for')
  if (request.asker.agency !== agency) throw refuseMaterial('material.asked-by-others')
  const plan = request.plans.find(({ waits }) => waits)
  if (plan) throw refuseMaterial('material.asked-in-plan', { item: plan.key })
  requireReason(reason)
  return [{ type: 'RequestTakenBack', item: key, reason, at, by }]
}

function receiveMaterial(command: Order<'ReceiveMaterial'>, item: Item): MaterialEvent[] {
  if (item.state === 'received') throw refuseMaterial('material.received-already')
  return [received(command, item)]
}

/** What an action plan asked for may open a closed referral again, whose clock rests on the settings of that day. */
const received = ({ settings, at, by }: Order<'ReceiveMaterial' | 'AttachFile'>, item: Item): MaterialEvent => ({
  type: 'MaterialReceived',
  item: item.key,
  ...((item.requests.at(-1)?.plans.length ?? 0) > 0 && { settings }),
  at,
  by,
})

function reportNotObtained(command: Order<'ReportNotObtained'>, item: Item): MaterialEvent[] {
  const { item: key, state, reason, at, by } = command
  requireReason(reason)
  if (item.state === 'received') throw refuseMaterial('material.received-already')
  if (item.state === state && item.stateReason === reason) throw refuseMaterial('material.stands-so-already')
  return [{ type: 'MaterialNotObtained', item: key, state, reason, at, by }]
}

function markLost({ item: key, reason, at, by }: Order<'MarkLost'>, item: Item): MaterialEvent[] {
  if (item.state !== 'received') throw refuseMaterial('material.not-received')
  requireReason(reason)
  return [{ type: 'MaterialLost', item: key, reason, at, by }]
}

function decideUse({ item: key, use, reason, at, by }: Order<'DecideUse'>, item: Item): MaterialEvent[] {
  checkUse(use, reason, item.kind)
  if (item.use === use && (item.useReason ?? '') === reason) throw refuseMaterial('material.stands-so-already')
  return [{ type: 'UseDecided', item: key, use, reason, at, by }]
}

function correctMaterial(command: Order<'CorrectMaterial'>, item: Item): MaterialEvent[] {
  const { item: key, details, reason, at, by } = command
  checkDetails(details)
  requireReason(reason)
  if (detailKeys.every((name) => details[name] === item[name])) throw refuseMaterial('material.nothing-corrected')
  return [{ type: 'MaterialCorrected', item: key, details, reason, at, by }]
}

/**
 * An item put on the register by mistake stays readable, with the reason; it counts for nothing any longer. What
 * somebody waits for is answered or no longer asked for first: nobody lets themselves off by withdrawing it.
 */
function withdrawMaterial({ item: key, reason, at, by }: Order<'WithdrawMaterial'>, item: Item): MaterialEvent[] {
  if (openRequest(item)) throw refuseMaterial('material.waited-for')
  requireReason(reason)
  return [{ type: 'MaterialWithdrawn', item: key, reason, at, by }]
}

/** What comes with a file has been received. The same bytes are kept once in a case. */
function attachFile(command: Order<'AttachFile'>, item: Item, state: Register): MaterialEvent[] {
  const { item: key, file, at, by } = command
  const holder = state.items.find(({ withdrawn, files }) => !withdrawn && files.some((one) => isSame(one, file)))
  if (holder) throw refuseMaterial('material.file-twice', { item: holder.key })
  return [
    { type: 'FileAttached', item: key, file: `F${item.files.length + 1}`, attached: file, at, by },
    ...(item.state === 'received' ? [] : [received(command, item)]),
  ]
}

const isSame = (one: Item['files'][number], { sha256 }: { readonly sha256: string }): boolean =>
  one.withdrawn === null && one.sha256 === sha256

function withdrawFile({ item: key, file, reason, at, by }: Order<'WithdrawFile'>, item: Item): MaterialEvent[] {
  const found = item.files.find(({ number }) => number === file)
  if (!found) throw refuseMaterial('material.no-such-file')
  if (found.withdrawn) throw refuseMaterial('material.file-withdrawn')
  requireReason(reason)
  return [{ type: 'FileWithdrawn', item: key, file, reason, at, by }]
}

/** The case goes to another unit: what is still waited for is theirs to answer. */
function notePolice({ police, at, by }: Order<'NotePolice'>, state: Register | null): MaterialEvent[] {
  const owed = (state?.items ?? []).flatMap((item) => openRequest(item)?.due?.owedBy ?? [])
  const moved = owed.some(({ unit, name }) => unit !== police.unit || name !== police.name)
  return moved ? [{ type: 'PoliceNoted', police, at, by }] : []
}

function standing(key: string, { items }: Register): Item {
  const item = items.find((one) => one.key === key)
  if (!item) throw refuseMaterial('material.no-such-item')
  if (item.withdrawn) throw refuseMaterial('material.withdrawn')
  return item
}
