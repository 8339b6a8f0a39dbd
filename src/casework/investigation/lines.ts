/** Whither a line of inquiry points. All that are reasonable are pursued, whichever way (CPIA Code of Practice). */
export const directions = {
  towards: 'Towards a suspect',
  away: 'Away from a suspect',
  both: 'It could point either way',
} as const

export type Direction = keyof typeof directions
