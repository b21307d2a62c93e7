/** The standards of assistance as data. Amounts differ by province and year; the text names the rule, not the figure. */
import { AssistanceCategory } from "./assistance.enums.js";
import type { AssistanceStandard } from "./assistance.type.js";

const MONITORING_STEPS = ["农户申请", "民主评议", "村级公示", "乡镇核查", "县级审定与公告"];
const BOARD = "仅在村级公示栏公示，认定与退出均在20个工作日内完成；本平台只提供标准、程序和统计。";
const RISK_GONE = "收入持续稳定、“两不愁三保障”及饮水安全持续巩固、返贫致贫风险稳定消除，按程序退出。";

/** One standard for each category, those of monitoring until 2025 too: households that were identified under them are still counted so. */
export const ASSISTANCE_STANDARDS: readonly AssistanceStandard[] = [
  {
    // The name is that of the 2026 No. 1 document; the measures that set criterion and procedure are not confirmed from a primary text.
    category: AssistanceCategory.AT_RISK_OF_POVERTY,
    criterion: "存在返贫致贫风险的农户，按实际困难程度和类型分类帮扶（2026年起；具体标准以当地办法为准）。",
    procedure: MONITORING_STEPS,
    exit: RISK_GONE,
    publicity: BOARD,
  },
  {
    category: AssistanceCategory.UNSTABLE_OUT_OF_POVERTY,
    criterion: "已脱贫但收入低于当地防返贫监测范围或存在返贫风险的户。",
    procedure: MONITORING_STEPS,
    exit: RISK_GONE,
    publicity: BOARD,
  },
  {
    category: AssistanceCategory.AT_THE_EDGE,
    criterion: "收入略高于监测标准但存在致贫风险的一般农户。",
    procedure: MONITORING_STEPS,
    exit: RISK_GONE,
    publicity: BOARD,
  },
  {
    category: AssistanceCategory.SUDDEN_HARDSHIP,
    criterion: "因病、因灾、因意外等刚性支出较大或收入大幅缩减，基本生活出现严重困难的户。",
    procedure: MONITORING_STEPS,
    exit: RISK_GONE,
    publicity: BOARD,
  },
  {
    category: AssistanceCategory.SUBSISTENCE_ALLOWANCE,
    criterion: "共同生活的家庭成员人均收入低于当地最低生活保障标准，且财产状况符合规定的家庭。",
    procedure: ["个人申请", "家庭经济状况核对", "入户调查", "乡镇（街道）审核确认", "公示"],
    exit: "家庭人均收入或财产状况不再符合规定的，停发并告知理由。",
    publicity: BOARD,
  },
  {
    category: AssistanceCategory.EXTREME_POVERTY,
    criterion: "无劳动能力、无生活来源且无法定赡养、抚养、扶养义务人或其义务人无履行义务能力的人员。",
    procedure: ["本人申请", "乡镇（街道）受理与调查", "审核确认", "公示"],
    exit: "不再符合救助供养条件的，终止救助供养并公示。",
    publicity: BOARD,
  },
];
