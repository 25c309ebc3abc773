/** One file with everything: the rows as of one instant, the stored files, optionally the master key. */
export { BrokenBackup } from './frames.ts'
export { NewerBackup, type RestoreSummary, type RestoreTarget, restoreSnapshot, TargetNotEmpty } from './restore.ts'
export { type SnapshotHeader, type SnapshotSource, type SnapshotSummary, writeSnapshot } from './write.ts'
