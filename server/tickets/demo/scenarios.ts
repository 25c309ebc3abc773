import type { Priority } from '#contract'
import type { Trade } from './scenario.ts'

/** Top of the category tree, its branches; the words are in texts/LANGUAGE/surroundings.ts. */
export const CATEGORY_TREE = {
  technical: ['fault', 'software'],
  billing: ['payment', 'refund'],
  delivery: ['late', 'returns'],
  signIn: ['password', 'access'],
  general: ['question', 'booking'],
} as const
export type TopCategory = keyof typeof CATEGORY_TREE
export type CategoryKey = TopCategory | (typeof CATEGORY_TREE)[TopCategory][number]

export const TAGS = ['warranty', 'complaint', 'newCustomer', 'onSite', 'waitsForPart', 'season', 'praise'] as const
export type TagKey = (typeof TAGS)[number]

export const TEAMS = ['desk', 'workshop', 'billing', 'it'] as const
export type TeamKey = (typeof TEAMS)[number]

/** A photo, a document or a log that comes with the customer's first message or with our answer. */
export type Enclosure = 'photo' | 'document' | 'log'

export interface Scenario {
  trade: Trade
  team: TeamKey
  type: 'support' | 'repair'
  category: CategoryKey
  priority: Priority
  tags: readonly TagKey[]
  /** From the customer. */
  encloses?: Enclosure
  /** With our answer. */
  returns?: Enclosure
  /** Written by a private person, by someone at an organisation, or by either. */
  from: 'person' | 'organisation' | 'either'
}

export const SCENARIOS = {
  engineWontStart: { trade: 'boatYard', team: 'workshop', type: 'repair', category: 'fault', priority: 'high', tags: ['season'], from: 'person' },
  winterStorage: { trade: 'boatYard', team: 'desk', type: 'support', category: 'booking', priority: 'low', tags: ['season'], from: 'person' },
  gelcoatDamage: { trade: 'boatYard', team: 'workshop', type: 'repair', category: 'fault', priority: 'medium', tags: ['onSite'], encloses: 'photo', from: 'person' },
  antifouling: { trade: 'boatYard', team: 'desk', type: 'support', category: 'booking', priority: 'low', tags: ['season'], from: 'either' },
  storageInvoice: { trade: 'boatYard', team: 'billing', type: 'support', category: 'billing', priority: 'medium', tags: [], encloses: 'document', from: 'person' },
  bilgePump: { trade: 'boatYard', team: 'workshop', type: 'repair', category: 'fault', priority: 'urgent', tags: ['onSite'], from: 'person' },
  chartplotter: { trade: 'boatYard', team: 'workshop', type: 'support', category: 'software', priority: 'medium', tags: [], from: 'either' },
  sailRepair: { trade: 'boatYard', team: 'workshop', type: 'repair', category: 'question', priority: 'low', tags: [], from: 'person' },
  berth: { trade: 'boatYard', team: 'desk', type: 'support', category: 'general', priority: 'low', tags: ['newCustomer'], from: 'person' },

  parcelMissing: { trade: 'webShop', team: 'desk', type: 'support', category: 'late', priority: 'high', tags: [], from: 'person' },
  wrongSize: { trade: 'webShop', team: 'desk', type: 'support', category: 'returns', priority: 'medium', tags: [], from: 'person' },
  refundLate: { trade: 'webShop', team: 'billing', type: 'support', category: 'refund', priority: 'high', tags: ['complaint'], from: 'person' },
  brokenZip: { trade: 'webShop', team: 'desk', type: 'support', category: 'returns', priority: 'medium', tags: ['complaint', 'warranty'], encloses: 'photo', from: 'person' },
  passwordReset: { trade: 'webShop', team: 'desk', type: 'support', category: 'password', priority: 'medium', tags: [], from: 'either' },
  discountCode: { trade: 'webShop', team: 'desk', type: 'support', category: 'payment', priority: 'low', tags: ['newCustomer'], from: 'person' },
  changeAddress: { trade: 'webShop', team: 'desk', type: 'support', category: 'delivery', priority: 'high', tags: [], from: 'either' },
  receipt: { trade: 'webShop', team: 'billing', type: 'support', category: 'billing', priority: 'low', tags: [], returns: 'document', from: 'organisation' },
  backInStock: { trade: 'webShop', team: 'desk', type: 'support', category: 'question', priority: 'low', tags: [], from: 'person' },
  doubleCharge: { trade: 'webShop', team: 'billing', type: 'support', category: 'payment', priority: 'high', tags: ['complaint'], encloses: 'document', from: 'person' },

  schoolTablet: { trade: 'municipality', team: 'it', type: 'repair', category: 'fault', priority: 'medium', tags: ['warranty'], encloses: 'photo', from: 'organisation' },
  newEmployee: { trade: 'municipality', team: 'it', type: 'support', category: 'access', priority: 'medium', tags: [], from: 'organisation' },
  vpnHome: { trade: 'municipality', team: 'it', type: 'support', category: 'technical', priority: 'medium', tags: [], from: 'organisation' },
  printerQueue: { trade: 'municipality', team: 'it', type: 'support', category: 'fault', priority: 'medium', tags: ['onSite'], from: 'organisation' },
  lockedOut: { trade: 'municipality', team: 'it', type: 'support', category: 'signIn', priority: 'high', tags: [], from: 'organisation' },
  meetingRoom: { trade: 'municipality', team: 'it', type: 'repair', category: 'fault', priority: 'low', tags: ['onSite'], from: 'organisation' },
  careSystemSlow: { trade: 'municipality', team: 'it', type: 'support', category: 'software', priority: 'urgent', tags: ['complaint'], from: 'organisation' },
  webForm: { trade: 'municipality', team: 'it', type: 'support', category: 'software', priority: 'medium', tags: [], encloses: 'photo', from: 'person' },
  archiveAccess: { trade: 'municipality', team: 'it', type: 'support', category: 'access', priority: 'low', tags: ['newCustomer'], from: 'organisation' },

  meterReading: { trade: 'energy', team: 'billing', type: 'support', category: 'billing', priority: 'medium', tags: [], encloses: 'photo', from: 'either' },
  movingOut: { trade: 'energy', team: 'desk', type: 'support', category: 'general', priority: 'medium', tags: [], from: 'person' },
  powerCut: { trade: 'energy', team: 'workshop', type: 'repair', category: 'fault', priority: 'urgent', tags: ['onSite'], from: 'either' },
  solarPanels: { trade: 'energy', team: 'desk', type: 'support', category: 'question', priority: 'low', tags: ['newCustomer'], from: 'either' },
  charger: { trade: 'energy', team: 'workshop', type: 'repair', category: 'fault', priority: 'medium', tags: ['warranty'], from: 'either' },
  directDebit: { trade: 'energy', team: 'billing', type: 'support', category: 'payment', priority: 'low', tags: [], from: 'person' },
  appSignIn: { trade: 'energy', team: 'desk', type: 'support', category: 'signIn', priority: 'medium', tags: [], from: 'person' },
  highUse: { trade: 'energy', team: 'desk', type: 'support', category: 'question', priority: 'medium', tags: ['complaint'], encloses: 'document', from: 'either' },

  hydraulicLeak: { trade: 'machines', team: 'workshop', type: 'repair', category: 'fault', priority: 'urgent', tags: ['onSite'], encloses: 'photo', from: 'organisation' },
  serviceInterval: { trade: 'machines', team: 'workshop', type: 'support', category: 'booking', priority: 'low', tags: ['season'], from: 'organisation' },
  sparePart: { trade: 'machines', team: 'desk', type: 'support', category: 'late', priority: 'high', tags: ['waitsForPart'], from: 'organisation' },
  warrantyClaim: { trade: 'machines', team: 'workshop', type: 'repair', category: 'fault', priority: 'medium', tags: ['warranty'], encloses: 'document', from: 'organisation' },
  quote: { trade: 'machines', team: 'billing', type: 'support', category: 'question', priority: 'medium', tags: ['newCustomer'], returns: 'document', from: 'organisation' },
  training: { trade: 'machines', team: 'desk', type: 'support', category: 'booking', priority: 'low', tags: ['praise'], from: 'organisation' },
  faultCode: { trade: 'machines', team: 'workshop', type: 'support', category: 'software', priority: 'high', tags: [], encloses: 'log', from: 'organisation' },
  machineReady: { trade: 'machines', team: 'workshop', type: 'repair', category: 'late', priority: 'high', tags: ['waitsForPart', 'complaint'], from: 'either' },
} as const satisfies Record<string, Scenario>

export type ScenarioKey = keyof typeof SCENARIOS
/** The scenarios of one trade: a language that misses one does not compile. */
export type KeyOf<T extends Trade> = { [K in ScenarioKey]: (typeof SCENARIOS)[K]['trade'] extends T ? K : never }[ScenarioKey]
