import { refusals } from '../../platform/refusal.ts'

export const refuseSuspect = refusals({
  'suspect.already-named': 'This suspect is on the record already.',
  'suspect.not-named': 'There is no such suspect. Go back to the suspects of the case.',
  'suspect.words-missing': 'Fill in every field. What is written stays on the record.',
  'suspect.too-long': 'Use {limit} characters or fewer.',
  'suspect.reason-missing': 'Give the reason. It stays on the record.',
  'suspect.said-so-already': 'This stands so already. Nothing needs to change.',
  'suspect.ended':
    'Nothing more is done about this suspect. Where police ended the case, bring the suspect back first; where the prosecutor did, refer them again; a charge that was recorded wrongly can be taken back.',
  'suspect.not-ended': 'This suspect was not eliminated, and police did not end the case against them.',
  'suspect.in-future': '{what} cannot be at a time that has not come yet. Check the day and the time.',
  'suspect.out-of-order': '{later} cannot be before {earlier}. Check both times.',
  'suspect.in-custody': 'The suspect is detained. Record the release first, or the charge.',
  'suspect.with-prosecutor':
    'The prosecutor has this suspect’s case. Police can decide here again once it is back with them.',
  'suspect.offence-missing': 'Name at least one offence of the arrest.',
  'suspect.not-arrested': 'Record the arrest first.',
  'suspect.number-missing': 'Give the arrest/summons number or the PNC id.',
  'suspect.not-detained': 'The suspect is not detained. Record the detention first.',
  'suspect.already-detained':
    'Detention after this arrest was authorised already, or the suspect was in detention when arrested. Somebody who answers bail is detained again under the hours that are left.',
  'suspect.not-detained-before':
    'The suspect was not detained before this bail, so that no hours go on. Record the arrest and the detention.',
  'suspect.review-late-why':
    'This review was held after it was due, at {due}. Say why it was postponed (PACE 1984 s.40(4) and (7)).',
  'suspect.detention-over':
    'Detention ended at {end}, unless it was extended before. What was authorised later cannot lengthen it.',
  'suspect.not-indictable':
    'The arrest was for summary offences only. Detention beyond 24 hours without charge needs an indictable offence, which includes one triable either way (PACE 1984 s.42(1)(b)).',
  'suspect.before-second-review':
    'A superintendent may authorise continued detention only after the second review (PACE 1984 s.42(4)(b)).',
  'suspect.continued-already': 'Continued detention was authorised already. Only a court can allow more.',
  'suspect.warrant-hours':
    'A warrant of further detention, or its extension, gives from 1 to 36 hours (PACE 1984 ss.43, 44).',
  'suspect.warrant-until':
    'A warrant, or its extension, ends after it was issued, gives no more than 36 hours, and ends by {end} at the latest.',
  'suspect.clock-by-hand':
    'Hours of detention begin between the arrest and the authority to detain, and up to seven days of minutes may not count. Check the time and the minutes.',
  'suspect.longest-detention': 'Detention before charge may not go beyond 96 hours, which end at {end}.',
  'suspect.pause-length': 'Time in hospital is recorded from one minute to seven days at a time.',
  'suspect.not-on-bail': 'The suspect is not on bail before charge. Record the bail first.',
  'suspect.bail-beyond-limit':
    '{who} may let bail last until {limit} and no longer, because of the arrest on {arrested}.',
  'suspect.bail-not-next':
    '{who} cannot extend this bail now. Each extension needs the one before it. Next may act: {next}.',
  'suspect.bail-not-longer':
    'An extension must end later than bail does now, on {end}. Give a later day, or enter the last day by hand.',
  'suspect.bail-over': 'Bail ended on {end}. An extension must be authorised before bail ends.',
  'suspect.bail-ends-early': 'Bail cannot end before the release. Check both days.',
  'suspect.detained-before':
    'Street bail is granted where somebody is arrested. This suspect was detained at a police station: record bail before charge.',
  'suspect.no-such-entry': 'Only the entry that was recorded last can be taken back. Look at the suspect again.',
  'suspect.not-under-investigation': 'The suspect is not released under investigation. Record that release first.',
  'suspect.no-such-charge': 'There is no such charge, or it was withdrawn or put already. Look at the suspect again.',
  'suspect.charge-missing': 'Choose at least one charge.',
  'suspect.charge-days': 'The last day of the offence cannot be before the first. Check both days.',
  'suspect.charge-in-future': 'The offence cannot have been committed on a day that has not come yet. Check its days.',
  'suspect.prosecutor-must-decide':
    'Police may not charge this: the prosecutor must decide. {why}. Refer the case to the prosecutor.',
  'suspect.emergency-not-needed':
    'Police may charge this themselves: no emergency is needed. Record it as a charge by police.',
  'suspect.emergency-not-detained':
    'Police charge in an emergency only while the suspect is in detention and its end is too near to ask. Refer the case to the prosecutor.',
  'suspect.first-appearance-past': 'The first appearance cannot be before the charge. Check both days.',
  'suspect.no-emergency-charge': 'No charge was put in an emergency that the prosecutor is still to answer.',
  'suspect.no-charge-authorised':
    'No charge is authorised that is still to be put. The prosecutor decides first, or police charge what they may.',
  'suspect.no-such-notice': 'No victim is to be told of that.',
  'suspect.notice-done-with': 'That the victim was told, or could not be, is on the record already.',
  'suspect.told-before-decision': 'The victim cannot have been told before it was decided. Check the day.',
})
