import { refusals } from '../../platform/refusal.ts'

export const refuseStreet = refusals({
  'street.no-such-file': 'There is no file or folder {path}.',
  'street.no-street-files': 'There is no street crime file in {path}; their names end in -street.csv or -street.csv.gz.',
  'street.not-a-street-file':
    'A street crime file is a .csv or .csv.gz file, a folder of them, or a .zip of the site data.police.uk.',
  'street.other-kind': 'This is a {kind} file of data.police.uk. Only its street crime files can be imported.',
  'street.cannot-unpack': 'It cannot be unpacked: {reason}.',
  'street.header':
    "line 1, column {column}: the heading is '{found}' where '{expected}' belongs. A street crime file has exactly these columns: {columns}.",
  'street.no-rows': 'line 2: there is no row below the headings.',
  'street.line': 'line {line}, column {column}: {reason}.',
  'street.name-disagrees': "line 2, column {column}: '{found}' is not what the file's name says, which is {named}.",
  'street.not-every-row-counted': 'The counts add up to {counted} and the file has {rows} rows.',
  'street.no-such-area': "There is no street crime for the area '{area}'. There is some for: {areas}.",
  'street.no-such-month': 'There is no street crime of {area} for {month}. There is some for: {months}.',
  'street.part-missing':
    '{area} is the sum of {forces}, and for {month} there is none of {missing}. Nothing was summed.',
})
