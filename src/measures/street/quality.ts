/** What a reader should know about the rows of a file, counted. Every row counts in the figures all the same. */
export type Quality = {
  /** Rows whose crime id stood on an earlier row of the file. */
  readonly repeatedCrimeIds: number
  /** Those among them that equal an earlier row in every column. Rows without a crime id cannot be told apart. */
  readonly repeatedRows: number
  /** Rows without a crime id that are not anti-social behaviour, which never has one. */
  readonly withoutCrimeId: number
  /** Rows without a last outcome that are not anti-social behaviour. */
  readonly withoutOutcome: number
  /** Rows that name no output area, and so no district. */
  readonly withoutPlace: number
  /** Rows whose output area is not named like `Bracknell Forest 001C`, so that its district is not known. */
  readonly placeNotUnderstood: number
  /** Rows that fall within another force's area by the file's own word. */
  readonly fallsWithinAnother: number
  /** Rows by the former district that the file names, where that district is part of another today. */
  readonly formerDistricts: Readonly<Record<string, number>>
  /** Crime types and outcomes that were not in the list here, and that the importer was told to accept. */
  readonly acceptedCategories: readonly string[]
}
