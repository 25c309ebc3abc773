import { expect, it } from 'vitest'
import { linkAddress } from './link-address.ts'

it.each([
  ['brygge.example', 'https://brygge.example'],
  [' https://brygge.example/a?b=1 ', 'https://brygge.example/a?b=1'],
  ['ase@bodobat.example', 'mailto:ase@bodobat.example'],
  ['tel:+4791234567', 'tel:+4791234567'],
  ['brygge.example:8080/x', 'https://brygge.example:8080/x'],
])('understands %s as a link to %s', (typed, address) => {
  expect(linkAddress(typed)).toBe(address)
})

it.each(['', 'to ord', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'brygge'])(
  'makes no link of %j',
  (typed) => {
    expect(linkAddress(typed)).toBeNull()
  },
)
