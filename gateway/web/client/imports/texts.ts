/** Words of the page, in Chinese with English. */
import type { StepName } from "./loads.js";

/** Kinds of files. */
export const KIND_TEXTS: Readonly<Record<string, string>> = {
  matters: "政务服务事项 matters",
  licences: "行政许可（双公示）licences",
  penalties: "行政处罚（双公示）penalties",
  "intermediary-services": "中介服务事项清单 intermediary services",
};

/** Steps. */
export const STEP_TEXTS: Readonly<Record<StepName, string>> = {
  LOOK: "查看 look",
  DRY_RUN: "试运行 dry run",
  LOAD: "导入 load",
  UNDO: "撤销 undo",
};

/** Where a step stands. */
export const STATE_TEXTS: Readonly<Record<string, string>> = {
  WAITING: "等待中 waiting",
  RUNNING: "进行中 running",
  DONE: "已完成 done",
  FAILED: "未成功 failed",
};

/** Figures of a load. */
export const FIGURE_TEXTS: Readonly<Record<string, string>> = {
  read: "读取 read",
  accepted: "接受 accepted",
  unchanged: "未变化 unchanged",
  refused: "退回 refused",
  notices: "提示 notices",
  scrubbed: "隐去个人信息 scrubbed",
  unpublished: "不公开 not published",
};

/** How a file is read. */
export const READING_TEXTS: Readonly<Record<string, string>> = {
  sheet: "工作表（名称或序号）Sheet, by name or number",
  headerRow: "表头所在行 Row of the headings",
  skip: "跳过开头行数 Rows to skip",
  encoding: "编码 Encoding (utf-8, gb18030 …)",
  path: "JSON/XML 路径 Path of the records",
  entry: "压缩包内文件 File in the archive",
};

/** A moment, as the reader's language writes it. */
export const moment = (text: string): string => new Date(text).toLocaleString();
