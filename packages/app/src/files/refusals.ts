import type { DocumentRefusal } from '@gongkai/documents'
import { type Refusal, type Result, refuse } from '@gongkai/law'

/** Why a file gave no result although its format might be read. Each message says what to do. */
export type AppRefusal = Refusal<
  'file.not-found' | 'file.unreadable' | 'file.too-slow' | 'file.too-heavy' | 'file.fault'
>

/** All that can keep a file from being read. */
export type FileRefusal = DocumentRefusal | AppRefusal

export type FileResult<T> = Result<T, FileRefusal>

const SMALLER = '请只保留年度报告正文和附表，另存为新文件后重新提供。'
const FEWER = '请减少一次提供的报告份数，分批处理。'

/** The refusals of `AppRefusal`, each with what to do. */
export const FILE_REFUSALS = {
  notFound: () => refuse('file.not-found', '没有找到这个文件。请核对文件名和所在文件夹。'),
  unreadable: (reason: string) =>
    refuse('file.unreadable', `无法打开文件（${reason}）。请检查文件的访问权限后重试。`),
  tooSlow: (seconds: number, ofMany: boolean) =>
    refuse('file.too-slow', `处理超过${seconds}秒仍未完成，已停止。${ofMany ? FEWER : SMALLER}`),
  tooHeavy: (megabytes: number, ofMany: boolean) =>
    refuse(
      'file.too-heavy',
      `处理需要的内存超过${megabytes} MB，已停止。${ofMany ? FEWER : SMALLER}`,
    ),
  fault: (message: string) =>
    refuse(
      'file.fault',
      `处理这个文件时程序出错，没有得到结果（${message}）。请把文件另存为 docx 后重试；仍然出错的，请将文件提供给维护人员。`,
    ),
} as const
