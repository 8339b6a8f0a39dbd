import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DutyHappening, OwedBy } from '../../duties/duty.ts'
import { type Decider, byReaction } from '../../platform/record/decider.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import { decideRegister } from './decide.ts'
import { evolveRegister } from './evolve.ts'
import type { HeldMaterial, MaterialKind, MaterialState, MaterialUse } from './held-material.ts'
import type { PlanCommand, PlanEvent, PlanItem, WaitingPlanItem } from './plan-requests.ts'
import { reactToMaterial } from './react.ts'
import { rowsOfRegister } from './rows.ts'

/** What an item is said to be. */
export type MaterialDetails = {
  readonly kind: MaterialKind
  readonly title: string
  readonly description: string
  /** The id of the person of the case from whom it comes; null where that is nobody in particular. */
  readonly from: string | null
  /** As it is marked: "QE/1". Null for what is no exhibit. */
  readonly exhibitReference: string | null
}

/** Who asks for material. `name` is the agency or unit in words, never a person's name. */
export type Asker = { readonly agency: string; readonly name: string }

/** A request as it is made. `police` is the unit that keeps the register and owes the answer. */
export type Asking = {
  readonly why: string
  readonly dueOn: LocalDate | null
  readonly asker: Asker
  readonly police: OwedBy
}

/** A request with its date, worked out when the clock started. No date, no duty. */
export type Asked = {
  readonly why: string
  readonly asker: Asker
  readonly due: (Deadline & { readonly owedBy: OwedBy }) | null
  /** The item of an action plan that asks. Its date, and the duty to answer, are the plan's. */
  readonly plan?: PlanItem
}

/** A file at an item. Its bytes are kept outside the record, sealed with its own `key`, under their hash `sealed`. */
export type AttachedFile = {
  readonly name: string
  /** Its type by its content, such as `application/pdf`. */
  readonly type: string
  readonly bytes: number
  /** SHA-256 of what was sent, by which the same file is known again. */
  readonly sha256: string
  /** SHA-256 of the sealed bytes: the name under which they are stored. */
  readonly sealed: string
  /** Opens the sealed bytes. It stands here alone, so that erasing this stream erases the file. */
  readonly key: string
}

/** Where an item stands that is not asked for: here, or why it is not. */
export type AnsweredState = Exclude<MaterialState, 'requested'>
/** Why something is not here. */
export type NotObtained = Exclude<AnsweredState, 'received'>

export type Acted = { readonly at: Instant; readonly by: string }
type OnItem = { readonly item: string }

/** The settings of the area, for the clock of a closed referral that opens again when what it waited for comes. */
type Arriving = { readonly settings: DeadlineSettings }

/** `at` is when the command is given. `by` is the account that gives it. */
export type MaterialCommand = Acted &
  (
    | {
        readonly type: 'AddMaterial'
        readonly caseId: string
        readonly details: MaterialDetails
        readonly state: AnsweredState
        /** Why it is not here, where it is not. */
        readonly reason: string
        readonly use: MaterialUse
        /** Needed for what is sensitive. */
        readonly useReason: string
        /** The number that another system is told beforehand; another item may have taken it meanwhile. */
        readonly key?: string
      }
    | {
        readonly type: 'RequestMaterial'
        readonly caseId: string
        readonly details: MaterialDetails
        readonly request: Asking
      }
    | ({ readonly type: 'AskAgain'; readonly request: Asking } & OnItem)
    | ({ readonly type: 'TakeRequestBack'; readonly reason: string; readonly agency: string } & OnItem)
    | ({ readonly type: 'ReceiveMaterial' } & OnItem & Arriving)
    | ({ readonly type: 'ReportNotObtained'; readonly state: NotObtained; readonly reason: string } & OnItem)
    | ({ readonly type: 'MarkLost'; readonly reason: string } & OnItem)
    | ({ readonly type: 'DecideUse'; readonly use: MaterialUse; readonly reason: string } & OnItem)
    | ({ readonly type: 'CorrectMaterial'; readonly details: MaterialDetails; readonly reason: string } & OnItem)
    | ({ readonly type: 'WithdrawMaterial'; readonly reason: string } & OnItem)
    | ({ readonly type: 'AttachFile'; readonly file: AttachedFile } & OnItem & Arriving)
    | ({ readonly type: 'WithdrawFile'; readonly file: string; readonly reason: string } & OnItem)
    | PlanCommand
    | { readonly type: 'NotePolice'; readonly police: OwedBy }
  )

export type MaterialEvent = Acted &
  (
    | {
        readonly type: 'MaterialAdded'
        readonly caseId: string
        readonly item: string
        readonly details: MaterialDetails
        readonly state: AnsweredState
        readonly reason: string
        readonly use: MaterialUse
        readonly useReason: string
      }
    | {
        readonly type: 'MaterialRequested'
        readonly caseId: string
        readonly item: string
        readonly details: MaterialDetails
        readonly request: Asked
      }
    | ({ readonly type: 'MaterialAskedForAgain'; readonly request: Asked } & OnItem)
    | ({ readonly type: 'RequestTakenBack'; readonly reason: string } & OnItem)
    | ({ readonly type: 'MaterialReceived' } & OnItem & Partial<Arriving>)
    | ({ readonly type: 'MaterialNotObtained'; readonly state: NotObtained; readonly reason: string } & OnItem)
    | ({ readonly type: 'MaterialLost'; readonly reason: string } & OnItem)
    | ({ readonly type: 'UseDecided'; readonly use: MaterialUse; readonly reason: string } & OnItem)
    | ({ readonly type: 'MaterialCorrected'; readonly details: MaterialDetails; readonly reason: string } & OnItem)
    | ({ readonly type: 'MaterialWithdrawn'; readonly reason: string } & OnItem)
    /** `file` is its number at the item: `F1`. */
    | ({ readonly type: 'FileAttached'; readonly file: string; readonly attached: AttachedFile } & OnItem)
    | ({ readonly type: 'FileWithdrawn'; readonly file: string; readonly reason: string } & OnItem)
    | PlanEvent
    | { readonly type: 'PoliceNoted'; readonly police: OwedBy }
  )

/** One request for an item, until it was answered or taken back. */
export type Request = Asked & {
  readonly at: Instant
  readonly by: string
  /** Where the item stood when it was asked for; null where it came onto the register by this request. */
  readonly before: { readonly state: AnsweredState; readonly reason: string | null } | null
  readonly answered: { readonly at: Instant; readonly by: string; readonly state: AnsweredState } | null
  readonly waived: { readonly at: Instant; readonly reason: string } | null
  /** The items of action plans that wait for it, or did. */
  readonly plans: readonly WaitingPlanItem[]
  readonly history: readonly DutyHappening[]
}

export type ItemFile = AttachedFile & {
  readonly number: string
  readonly at: Instant
  readonly by: string
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
}

export type Item = HeldMaterial &
  Pick<MaterialDetails, 'description' | 'exhibitReference'> & {
    readonly addedAt: Instant
    /** Why it is not here, where it is not. */
    readonly stateReason: string | null
    readonly useReason: string | null
    readonly requests: readonly Request[]
    readonly files: readonly ItemFile[]
    readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
  }

/** What happened, and to which item. */
export type ItemHappening = CaseHappening & { readonly item: string }

/** The one register of a case's material, which police keep and prosecutors read. */
export type Register = {
  readonly caseId: string
  readonly items: readonly Item[]
  readonly happenings: readonly ItemHappening[]
}

/**
 * Everything that a case rests on or might: who has it, who was asked for it, and what it is used for. Police keep it;
 * a prosecutor may ask for material, and adds none. Sealed, because what it describes is personal data, and because it
 * holds the keys of the files.
 */
export const materialRegister: Decider<Register | null, MaterialCommand, MaterialEvent> = {
  kind: 'material',
  sealed: true,
  permissions: {
    AddMaterial: 'material.record',
    RequestMaterial: 'material.request',
    AskAgain: 'material.request',
    TakeRequestBack: 'material.request',
    ReceiveMaterial: 'material.record',
    ReportNotObtained: 'material.record',
    MarkLost: 'material.record',
    DecideUse: 'material.record',
    CorrectMaterial: 'material.record',
    WithdrawMaterial: 'material.record',
    AttachFile: 'material.record',
    WithdrawFile: 'material.record',
    AskForPlan: byReaction,
    NotePlanAnswer: byReaction,
    EndPlanRequest: byReaction,
    NotePolice: byReaction,
  },
  initial: null,
  decide: decideRegister,
  evolve: evolveRegister,
  rows: rowsOfRegister,
  react: reactToMaterial,
}
