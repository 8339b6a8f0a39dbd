import { matchesFixtures } from '../fixtures.ts'
import { fileUpload } from './file-upload.ts'

const scripted = 'It needs a script of its own'

matchesFixtures('file-upload', fileUpload, {
  enhanced: scripted,
  'enhanced, with error message and hint': scripted,
  'enhanced, multiple files': scripted,
  'enhanced, custom wrapper classes and attributes': scripted,
  translated: scripted,
})
