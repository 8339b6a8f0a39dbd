import { refusals } from '../../platform/refusal.ts'

export const refuseMessage = refusals({
  'message.received-already': 'This message was received already.',
  'message.key-used': 'This idempotency key came with another message before. Give each message a key of its own.',
  'message.overtaken': 'Something else came for the same thing at this moment. Send it again.',
  'message.version-differs':
    'Version {sequence} of {kind} {reference} came before with another content. Give each change the next number.',
  'message.changed-in-both':
    'Your system changed something that a colleague corrected here in another way. Both stand in “errors”: settle which holds, correct it here or there, and send it again.',
  'message.in-another-case': 'What your system calls {kind} {reference} is in another case here.',
  'message.not-here-yet':
    'This refers to {kind} {reference}, which has not come yet. Send it again once that was accepted.',
  'message.no-key':
    'Send an Idempotency-Key header of 8 to 200 letters, figures or signs, the same each time you send this message.',
  'message.does-not-fit': 'The message does not fit its description. What is wrong where stands in “errors”.',
  'message.too-many': 'This token sent too many requests. Wait as long as the Retry-After header says.',
  'message.offence-unknown': 'There is no offence {code} on the list of CJS offences.',
  'message.no-such-item': 'The register of the case has no item {item}.',
  'message.number-wrong': '“{written}” cannot be used: {reason}.',
  'message.people-changed':
    'Another number of victims, or another who reported it, stands on the case. That is changed by hand and not by a message.',
})
