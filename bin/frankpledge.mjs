#!/usr/bin/env node
import process from 'node:process'
import { run } from './run.mjs'

run('src/main.ts', process.argv.slice(2))
