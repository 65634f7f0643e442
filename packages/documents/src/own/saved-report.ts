import type { SavedReport as Saved } from '@gongkai/report'

/** A saved report as it is read back: lists of amendments that the file does not have are empty, not absent. */
export type SavedReport = Saved & Required<Pick<Saved, 'corrections' | 'waivers'>>
