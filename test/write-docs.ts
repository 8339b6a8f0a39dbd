import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '../src/platform/installation.ts'
import { catalogues } from './support/catalogues.ts'

for (const [file, content] of Object.entries(catalogues())) writeFileSync(path.join(projectFolder, file), content)
