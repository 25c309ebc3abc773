/*
 * Sample data: what a support team of five trades gets in its post, in each of the six languages.
 * The shape of each scenario (trade, type, category …) stands in scenarios.ts once; its words in texts/LANGUAGE/.
 */

export const TRADES = ['boatYard', 'webShop', 'municipality', 'energy', 'machines'] as const
export type Trade = (typeof TRADES)[number]

/** The words of one conversation. In braces: `{ref}` a number of the customer's, `{thing}` what it is about, by name. */
export interface ScenarioText {
  /** What stands in the subject line. */
  title: string
  /** What the customer wrote first, without greeting and name; paragraphs are divided by an empty line. */
  ask: string
  /** The first answer, without greeting and name. */
  answer: string
  /** What a colleague noted for the others. */
  note: string
  /** The customer's answer to that. */
  back: string
  /** The last answer; the solution. */
  solution: string
}
