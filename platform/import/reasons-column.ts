/** Name of the column by which a file of refused rows says why; it is never read, and tells such a file. */
export const REASONS_COLUMN = "退回原因";
