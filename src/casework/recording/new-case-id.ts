import { randomInt } from 'node:crypto'
import { caseIdLength, caseIdLetters } from '../investigation/case-heading.ts'

/** A number for a new case, drawn by chance: 378 thousand million of them, so that one case tells nothing of another. */
export const newCaseId = (): string =>
  Array.from({ length: caseIdLength }, () => caseIdLetters.charAt(randomInt(caseIdLetters.length))).join('')
