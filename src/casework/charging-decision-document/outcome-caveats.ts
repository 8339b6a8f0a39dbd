/** What a reader of these counts must know. */
export const countingCaveats: readonly string[] = [
  'One suspect has one final outcome in one referral. Suspects are counted: not charges, cases, crimes or defendants.',
  'The last decision of a referral counts. A mixed result on several charges is counted once, charge before out of court before no further action; how the CPS counts it is not published.',
  'Working days begin when a referral was first sent, and take in the time that police had it back.',
  'Cases closed administratively are no decisions, and are not among these.',
  'This is management information, and provisional. Police outcomes count crimes and CPS prosecutions count defendants: neither can be divided by these.',
]
