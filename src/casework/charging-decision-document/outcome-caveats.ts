/** What a reader of these counts must know. */
export const countingCaveats: readonly string[] = [
  'One suspect has one final outcome in one referral. Suspects are counted: not charges, cases, crimes or defendants.',
  'The last decision of a referral counts. A mixed result on several charges is counted once, charge before out of court before no further action; how the CPS counts it is not published.',
  'Working days begin when a referral was first sent, and take in the time that police had it back.',
  'The CPS’s own letter stands only where a source confirms it: C for a simple caution, K for no prosecution on the evidence. The others are known to us by general knowledge alone, and are left out.',
  'No principal offence category is given: no list that ties offences to the CPS’s twelve categories was found in any source.',
  'Cases closed administratively are no decisions, and are not among these.',
  'This is management information, and provisional. Police outcomes count crimes and CPS prosecutions count defendants: neither can be divided by these.',
]
