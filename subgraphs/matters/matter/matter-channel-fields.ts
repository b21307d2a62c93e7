/** Columns of an export of matters that say where and how one applies. */
import type { ImportField } from "../../../platform/import/index.js";

/** Fields of channels. */
export const CHANNEL_FIELDS = {
  linkAddr: {
    doc: "Web address where one applies.",
    columns: ["LINK_ADDR", "ONLINE_HANDLE_URL", "网上办理地址", "在线办理地址", "计算机端在线办理跳转地址", "网办地址"],
    holds: "CODE",
  },
  mobileTerminalUrl: {
    doc: "Web address for telephones.",
    columns: ["MOBILE_TERMINAL_URL", "移动端办理地址"],
    holds: "CODE",
  },
  isSingleLogin: {
    answers: true,
    words: ["是", "否"],
    doc: "Whether the portal's sign-in is enough.",
    columns: ["IS_SINGLE_LOGIN", "是否单点登录", "计算机端是否对接单点登录"],
    holds: "CODE",
  },
  isEntryCenter: {
    answers: true,
    words: ["是", "否"],
    doc: "Whether it is at a window of a hall.",
    columns: ["IS_ENTRY_CENTER", "是否进驻政务大厅"],
    holds: "CODE",
  },
  transactAddr: { doc: "Where.", columns: ["TRANSACT_ADDR", "办理地点"], holds: "CONTACT" },
  transactTime: { doc: "When.", columns: ["TRANSACT_TIME", "办理时间"] },
  isSchedule: {
    answers: true,
    words: ["是", "否"],
    doc: "Whether one can make an appointment.",
    columns: ["IS_SCHEDULE", "是否支持预约办理"],
    holds: "CODE",
  },
  isExpress: {
    answers: true,
    words: ["是", "否"],
    doc: "Whether it can be done by post.",
    columns: ["IS_EXPRESS", "是否支持物流快递"],
    holds: "CODE",
  },
  isPayOnline: {
    answers: true,
    words: ["是", "否"],
    doc: "Whether one can pay online.",
    columns: ["IS_PAY_ONLINE", "是否支持网上支付"],
    holds: "CODE",
  },
  isServiceTerminals: {
    answers: true,
    words: ["是", "否"],
    doc: "Whether a self-service terminal does it.",
    columns: ["IS_SERVICE_TERMINALS", "是否支持自助终端办理"],
    holds: "CODE",
  },
} as const satisfies Readonly<Record<string, ImportField>>;
