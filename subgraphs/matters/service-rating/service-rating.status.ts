/** Ratings as data: what is bad, and by when a bad one is put right (国办发〔2019〕51号, L22). Pure. */
import { runningLimit } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { RectificationState } from "./service-rating.machine.js";

/** Most stars of a bad rating: 不满意 and 非常不满意. */
export const MOST_STARS_OF_BAD = 2;

/** Stage that is rated. */
export enum RatingStage {
  CONSULTATION = "CONSULTATION",
  APPLICATION = "APPLICATION",
  CORRECTION = "CORRECTION",
  PAYMENT = "PAYMENT",
  DELIVERY = "DELIVERY",
}

describeEnum(RatingStage, "RatingStage", "Stage that is rated (评价环节, serviceName).", {
  CONSULTATION: "Consultation (咨询).",
  APPLICATION: "Application (申报).",
  CORRECTION: "Correction (补正).",
  PAYMENT: "Payment (缴费).",
  DELIVERY: "Delivery of the result (签收).",
});

/** Channel through which was rated. */
export enum RatingChannel {
  PORTAL = "PORTAL",
  APP = "APP",
  MINI_PROGRAM = "MINI_PROGRAM",
  QR_CODE = "QR_CODE",
  WINDOW_DEVICE = "WINDOW_DEVICE",
  TERMINAL = "TERMINAL",
  HOTLINE = "HOTLINE",
}

describeEnum(RatingChannel, "RatingChannel", "Channel through which was rated (评价渠道).", {
  PORTAL: "Portal (门户).",
  APP: "App (移动端).",
  MINI_PROGRAM: "Mini-program (小程序).",
  QR_CODE: "QR code (二维码).",
  WINDOW_DEVICE: "Device at the window (窗口评价器).",
  TERMINAL: "Self-service terminal (自助终端).",
  HOTLINE: "Hotline (热线).",
});

/** The deadline of putting a bad rating right, L22; none for a rejected one. */
export const rectificationDeadline = (
  facts: { readonly state: RectificationState; readonly ratedOn: string; readonly rectifiedOn?: string },
  today: string,
): Deadline | undefined => {
  if (facts.state === RectificationState.REJECTED) return undefined;
  return toDeadline({ ...runningLimit("L22", facts.ratedOn), today, completedOn: facts.rectifiedOn });
};
