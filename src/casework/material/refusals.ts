import { refusals } from '../../platform/refusal.ts'

export const refuseMaterial = refusals({
  'material.no-register': 'There is no material in this case yet.',
  'material.no-such-item': 'There is no such item among the material of this case.',
  'material.number-taken': 'Another item took this number meanwhile. Send it again.',
  'material.title-missing': 'Say in a few words what the item is.',
  'material.reason-missing': 'Give the reason. It stays on the record.',
  'material.too-long': 'Use {limit} characters or fewer.',
  'material.due-in-past': 'Material cannot be asked for by a day that has passed.',
  'material.asked-for-already': 'This is asked for already, and not answered yet.',
  'material.received-already': 'This was received already. If it is lost, record that it is lost first.',
  'material.not-received': 'This was never received, so it cannot be lost.',
  'material.stands-so-already': 'This is recorded so already. A change needs something else to be recorded.',
  'material.nothing-asked-for': 'Nobody is waiting for this: it is not asked for.',
  'material.asked-by-others': 'Only the agency that asked for it can take the request back.',
  'material.asked-in-plan':
    '{item} of the action plan asks for this. Say on the page of charging that the item is no longer needed; the request then ends by itself.',
  'material.waited-for':
    'Somebody asked for this and waits for an answer. Record the answer, or let whoever asked take the request back; then it can be withdrawn.',
  'material.never-served':
    'An initial witness assessment (MG2) does not go to the defence, so it cannot be recorded as unused, which would put it on MG6C. Choose another use.',
  'material.sensitive-needs-reason': 'Say why disclosing it would harm an important public interest.',
  'material.nothing-corrected': 'Nothing is different from what stands recorded.',
  'material.withdrawn': 'This item was withdrawn from the material of the case. Nothing more is recorded on it.',
  'material.file-twice': 'This very file is attached already, to item {item} of this case.',
  'material.no-such-file': 'There is no such file at this item.',
  'material.file-withdrawn': 'This file was withdrawn.',
})
