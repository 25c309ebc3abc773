/** Mail understanding: pure rules, text and facts in, facts out. */
export { type Automatic, detectAutomatic, subjectSays } from './automatic.ts'
export { type Bounce, type BounceRecipient, readBounce } from './bounce/bounce.ts'
export { type Fold, type Folded, type FoldKind, foldText, visibleText } from './fold.ts'
export { type FoldedHtml, foldHtml } from './fold-html.ts'
export { detectLanguage, type Language } from './language.ts'
export { isClientLine } from './signature.ts'
export { findTicketNumber, type StrippedSubject, stripSubject } from './subject.ts'
