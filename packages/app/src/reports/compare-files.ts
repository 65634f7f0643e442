import { type Comparison, compareReports, type SavedReport } from '@gongkai/report'
import { corrected } from '../files/write-file.js'

/** What differs between two reports after their corrections: quantities, and text sentence by sentence. */
export function compareFiles(a: SavedReport, b: SavedReport): Comparison {
  return compareReports(corrected(a), corrected(b))
}
