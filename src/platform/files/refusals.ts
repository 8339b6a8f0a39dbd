import { refusals } from '../refusal.ts'

export const refuseFile = refusals({
  'file.not-chosen': 'Choose a file.',
  'file.empty': 'This file is empty. Choose another.',
  'file.too-large': 'This file is larger than {limit} MB, the most that is kept here. Nothing of it was kept.',
  'file.type-not-known':
    'What is in this file is none of the kinds that are kept here: PDF, Word, Excel, OpenDocument, pictures, sound, video, text, CSV and email. Nothing of it was kept.',
  'file.type-not-as-named':
    'The name of this file ends in “{ending}”, but what is in it is {found}. Give it the right name, or choose another. Nothing of it was kept.',
  'file.name-without-ending':
    'The name of this file has no ending that says what it is, such as .pdf. What is in it is {found}. Give it the right name, or choose another. Nothing of it was kept.',
  'file.infected':
    'The virus scanner found something in this file: {found}. Nothing of it was kept. Do not open it, and tell whoever looks after your computer.',
  'file.not-scanned':
    'The virus scanner cannot be reached, and no file is kept without it. Try again in a while, or tell whoever runs this installation. Nothing of it was kept.',
  'file.too-large-to-scan':
    'The virus scanner does not take a file this large, and no file is kept without it. Tell whoever runs this installation: StreamMaxLength of clamd is too small. Nothing of it was kept.',
  'file.gone': 'This file is not where files are kept. Tell whoever runs this installation: a backup may hold it.',
  'file.damaged':
    'This file was changed or damaged where it is kept, so it is not handed out. Tell whoever runs this installation: a backup may hold it.',
})
