/** Who did it: an account, or `command-line` or `demonstration`. */
type Done = { readonly by: string; readonly at: string }
type WithReason = Done & { readonly reason: string }

export type AddAccount = Done & {
  readonly type: 'AddAccount'
  readonly account: string
  readonly name: string
  readonly email: string
  readonly agency: string
  /** Decides which roles the account can hold. An agency never becomes one of another kind. */
  readonly agencyKind: string
  readonly unit: string | null
}

/** `byAreaAdministrator` says whether `by` administers the whole area, which area-wide roles need. */
export type GiveRole = WithReason & {
  readonly type: 'GiveRole'
  readonly role: string
  readonly byAreaAdministrator: boolean
}
export type TakeRole = WithReason & {
  readonly type: 'TakeRole'
  readonly role: string
  readonly byAreaAdministrator: boolean
}
/** Puts right how the person is called, or their email address, or both. What is not wrong is sent as it stands. */
export type CorrectPerson = WithReason & {
  readonly type: 'CorrectPerson'
  readonly name: string
  readonly email: string
  readonly byAreaAdministrator: boolean
}
export type MoveToUnit = Done & {
  readonly type: 'MoveToUnit'
  readonly unit: string | null
  readonly byAreaAdministrator: boolean
}
export type CloseAccount = WithReason & { readonly type: 'CloseAccount'; readonly byAreaAdministrator: boolean }
export type ReopenAccount = WithReason & { readonly type: 'ReopenAccount'; readonly byAreaAdministrator: boolean }

/** The password itself is nowhere on the record; that somebody could sign in with it once is. */
export type HandOverPassword = Done & { readonly type: 'HandOverPassword'; readonly byAreaAdministrator: boolean }

export type AccountCommand =
  | AddAccount
  | GiveRole
  | TakeRole
  | CorrectPerson
  | MoveToUnit
  | HandOverPassword
  | CloseAccount
  | ReopenAccount

type AccountAdded = Omit<AddAccount, 'type'> & { readonly type: 'AccountAdded' }
type RoleGiven = WithReason & { readonly type: 'RoleGiven'; readonly role: string }
type RoleTaken = WithReason & { readonly type: 'RoleTaken'; readonly role: string }
type NameCorrected = WithReason & { readonly type: 'NameCorrected'; readonly name: string }
type EmailChanged = WithReason & { readonly type: 'EmailChanged'; readonly email: string }
type MovedToUnit = Done & { readonly type: 'MovedToUnit'; readonly unit: string | null }
type PasswordHandedOver = Done & { readonly type: 'PasswordHandedOver' }
type AccountClosed = WithReason & { readonly type: 'AccountClosed' }
type AccountReopened = WithReason & { readonly type: 'AccountReopened' }

export type AccountEvent =
  | AccountAdded
  | RoleGiven
  | RoleTaken
  | NameCorrected
  | EmailChanged
  | MovedToUnit
  | PasswordHandedOver
  | AccountClosed
  | AccountReopened
