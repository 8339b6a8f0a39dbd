import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { checkAsn, longAsn, parseAsn, shortAsn } from './asn.ts'
import { checkLetterOf } from './check-letter.ts'
import { checkOffenceCode, parseOffenceCode } from './offence-code.ts'
import { checkPncId, parsePncId } from './pnc-id.ts'
import { checkUrn, isNationalUrn, parseUrn } from './urn.ts'
import { vectorsIn } from './vectors.ts'

const today = parseLocalDate('2026-11-22')
const reasonOf = (checked: { readonly ok: boolean; readonly reason?: string }): string | undefined =>
  checked.ok ? undefined : checked.reason

for (const { urn = '', classification, force_code, unit, serial_and_year } of vectorsIn('ptiurn_vectors.csv')) {
  test(`the URN ${urn} is ${classification}`, () => {
    const checked = checkUrn(urn)
    if (classification !== 'valid') {
      assert.match(reasonOf(checked) ?? '', classification === 'dummy' ? /placeholder/ : /must be/)
      return
    }
    assert.ok(checked.ok)
    assert.deepEqual([checked.force, checked.unit, checked.serialAndYear], [force_code, unit, serial_and_year])
  })
}

test('a URN in full gives its force, unit, serial and year; a shorter one from a court has no serial and year', () => {
  const full = checkUrn('43AA1234524')
  assert.ok(full.ok)
  assert.deepEqual(
    [full.forceName, full.unit, full.serial, full.year, isNationalUrn(full.urn)],
    ['Thames Valley', 'AA', '12345', '24', true],
  )
  const short = checkUrn('14XX119555')
  assert.ok(short.ok)
  assert.deepEqual([short.serial, short.year, isNationalUrn(short.urn)], [null, null, false])
})

test('a URN with strokes, in small letters or too long is refused with a reason that says how it is written', () => {
  assert.match(reasonOf(checkUrn('43/AA/12345/24')) ?? '', /without spaces, strokes/)
  assert.match(reasonOf(checkUrn('43aa1234524')) ?? '', /capitals/)
  assert.match(reasonOf(checkUrn('43AA12345678')) ?? '', /three to seven figures/)
  assert.match(reasonOf(checkUrn('')) ?? '', /three to seven figures/)
})

for (const vector of vectorsIn('asn_check_vectors.csv')) {
  const { asn = '', check_result, check_character_expected: expected } = vector
  test(`the arrest/summons number ${asn}: ${check_result}`, () => {
    const checked = checkAsn(asn)
    if (check_result === 'valid') assert.ok(checked.ok && checked.checkLetter === expected)
    else assert.equal(reasonOf(checked), `its check letter is ${asn.slice(-1)} and must be ${expected}`)
  })
}

for (const { input = '', target_form = '', expected } of vectorsIn('asn_format_vectors.csv')) {
  test(`${input} in the form ${target_form} is ${expected}`, () => {
    assert.equal(target_form.startsWith('long') ? longAsn(input) : shortAsn(input), expected)
  })
}

test('an arrest/summons number is read with strokes and without, and one wrong letter is found', () => {
  for (const written of ['1101ZD0100000410836V', '11/01ZD/01/410836V', '11/01ZD/01/410836/V', '1101ZD01410836V']) {
    const checked = checkAsn(written)
    assert.ok(checked.ok, written)
    assert.deepEqual([checked.asn, checked.short], ['1101ZD0100000410836V', '11/01ZD/01/410836V'])
  }
  assert.ok(checkAsn('1101ZD0100000448754K').ok)
  assert.match(reasonOf(checkAsn('1101ZD0100000448754J')) ?? '', /J and must be K/)
  assert.match(reasonOf(checkAsn('1101ZD0100000448754I')) ?? '', /cannot be I, O or S/)
})

test('an arrest/summons number of 21 characters keeps its top-level character, which takes no part in the check', () => {
  const letter = checkLetterOf('222200001234560')
  const checked = checkAsn(`221FD112200001234560${letter}`)
  assert.deepEqual(checked.ok && [checked.topLevel, checked.force, checked.unit, checked.system], [
    '1',
    'FD',
    '11',
    '22',
  ])
})

test('every long arrest/summons number comes back from its short form', () => {
  const figures = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
  fc.assert(
    fc.property(figures(2), fc.stringMatching(/^[A-Z0-9]{6}$/), figures(11), (year, organisation, sequence) => {
      const long = `${year}${organisation}${sequence}A`
      assert.equal(longAsn(shortAsn(long)), long)
      assert.equal(longAsn(long), long)
    }),
    { seed: 20261122 },
  )
})

for (const pncId of ['1979/0163001B', '1967/9893091D', '1981/0000034U', '2000/0000223R', '2003/0000003Y']) {
  test(`the PNC id ${pncId} is valid, and with any other letter it is not`, () => {
    assert.ok(checkPncId(pncId, today).ok)
    assert.equal(parsePncId(pncId), pncId)
    const other = pncId.endsWith('A') ? 'B' : 'A'
    assert.match(reasonOf(checkPncId(pncId.slice(0, -1) + other, today)) ?? '', /must be/)
  })
}

test('a short PNC id is written out, in this century unless its year has not come yet', () => {
  const long = (text: string): string | undefined => {
    const checked = checkPncId(text, today)
    return checked.ok ? checked.pncId : undefined
  }
  assert.equal(long('79/163001B'), '1979/0163001B')
  assert.equal(long('03/3Y'), '2003/0000003Y')
  const thisYear = `26/1${checkLetterOf('260000001')}`
  const nextYear = `27/1${checkLetterOf('270000001')}`
  assert.match(long(thisYear) ?? '', /^2026/)
  assert.match(long(nextYear) ?? '', /^1927/)
  assert.match(reasonOf(checkPncId(`2027/1${checkLetterOf('270000001')}`, today)) ?? '', /has not come yet/)
})

test('a PNC id without its stroke is read only when it is whole', () => {
  assert.ok(checkPncId('19790163001B', today).ok)
  assert.ok(!checkPncId('79163001B', today).ok)
})

test('an offence code gives its Act, its year and what its last letter adds', () => {
  const theft = checkOffenceCode('TH68010')
  assert.deepEqual(theft.ok && [theft.instrument, theft.year, theft.number, theft.qualifier], ['TH', '68', '010', null])
  const attempt = checkOffenceCode('CD71039A')
  assert.deepEqual(attempt.ok && [attempt.base, attempt.qualifier], ['CD71039', 'attempt'])
  const murder = checkOffenceCode('COML025')
  assert.deepEqual(murder.ok && [murder.instrument, murder.year, murder.number], ['COML', null, '025'])
})

test('what is no offence code is refused', () => {
  for (const text of ['', 'TH6801', 'TH680100', 'TH68010D', 'COML25', '6801TH0', ' TH68010']) {
    assert.match(reasonOf(checkOffenceCode(text)) ?? '', /must be two letters/, text)
  }
  assert.match(reasonOf(checkOffenceCode('th68010')) ?? '', /capitals/)
})

test('whatever is typed is answered and never throws; the parsers throw a RangeError', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      for (const checked of [checkUrn(text), checkAsn(text), checkPncId(text, today), checkOffenceCode(text)]) {
        assert.ok(checked.ok || checked.reason.length > 0)
      }
    }),
    { seed: 20261122 },
  )
  for (const parse of [parseUrn, parseAsn, parsePncId, parseOffenceCode]) assert.throws(() => parse('?'), RangeError)
})
