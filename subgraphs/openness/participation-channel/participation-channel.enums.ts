/** Enumeration of channels of participation. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How a body is reached. */
export enum ChannelKind {
  HOTLINE = "HOTLINE",
  MAILBOX = "MAILBOX",
  FORUM = "FORUM",
  APP = "APP",
}

describeEnum(ChannelKind, "ChannelKind", "How a body takes what people ask and tell (渠道类型).", {
  HOTLINE: "Telephone line (热线).",
  MAILBOX: "Mailbox on its website (网上信箱).",
  FORUM: "Message board (留言板).",
  APP: "Application on a telephone (移动客户端).",
});
