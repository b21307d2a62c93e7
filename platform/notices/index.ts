/** Notices: the journal of a service, read by those whose records took the steps (decision 104). */
export { clearNoticeMarks, createNoticeMarks } from "./create-notice-marks.js";
export { ServiceNotices } from "./notice.type.js";
export { forgetNoticeMarks } from "./notices.repository.js";
export { markRead, readNotices, type NoticeDependencies } from "./read-notices.js";
export { noLimit, type Addressee, type DueOn, type ToldRecord } from "./told.js";
