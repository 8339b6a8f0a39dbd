import settings from '../../area/thames-and-chiltern/website.json' with { type: 'json' }

/** What the area says of its own website. Null where nobody has filled it in, and the pages then say so. */
type Website = {
  /** The body that runs the website, such as "The Police and Crime Commissioner for …". */
  readonly runBy: string | null
  readonly contactEmail: string | null
  /** Day on which the accessibility statement was last prepared. */
  readonly accessibilityPreparedOn: string
  readonly dataProtectionContact: string | null
}

export const website: Website = settings
