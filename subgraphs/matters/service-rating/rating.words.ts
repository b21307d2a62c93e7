/** Codes and words of ratings in exchange tables; what none of them is, is refused. Pure. */
import { RatingChannel, RatingStage } from "./service-rating.status.js";

/** 整体满意度. */
export const STARS: Readonly<Record<string, number>> = {
  "5": 5,
  非常满意: 5,
  "4": 4,
  满意: 4,
  "3": 3,
  基本满意: 3,
  "2": 2,
  不满意: 2,
  "1": 1,
  非常不满意: 1,
};

/** 评价渠道. Systems agree on the first five codes alone: 6 and 7 are telephone, text message or default, from place to place. */
export const CHANNELS: Readonly<Record<string, RatingChannel>> = {
  "1": RatingChannel.PORTAL,
  门户: RatingChannel.PORTAL,
  PC端: RatingChannel.PORTAL,
  "2": RatingChannel.APP,
  APP: RatingChannel.APP,
  移动端: RatingChannel.APP,
  移动服务端: RatingChannel.APP,
  小程序: RatingChannel.MINI_PROGRAM,
  "3": RatingChannel.QR_CODE,
  二维码: RatingChannel.QR_CODE,
  "4": RatingChannel.WINDOW_DEVICE,
  窗口评价器: RatingChannel.WINDOW_DEVICE,
  政务大厅平板电脑: RatingChannel.WINDOW_DEVICE,
  "5": RatingChannel.TERMINAL,
  自助终端: RatingChannel.TERMINAL,
  政务大厅自助终端: RatingChannel.TERMINAL,
  政务大厅其他终端: RatingChannel.TERMINAL,
  热线: RatingChannel.HOTLINE,
  电话: RatingChannel.HOTLINE,
};

/** 评价环节. */
export const STAGES: Readonly<Record<string, RatingStage>> = {
  咨询: RatingStage.CONSULTATION,
  申报: RatingStage.APPLICATION,
  补正: RatingStage.CORRECTION,
  缴费: RatingStage.PAYMENT,
  签收: RatingStage.DELIVERY,
};
