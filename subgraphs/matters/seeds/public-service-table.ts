/** Services of public enterprises and institutions of the demonstration, by sector. */
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import { PublicServiceSector } from "../public-institution-service/public-institution-service.enums.js";

/** A service of an institution. */
export interface PublicServiceSeed {
  readonly sector: PublicServiceSector;
  /** What the name of the body that offers it contains. */
  readonly institution: string;
  /** What the name of the agency that is responsible contains. */
  readonly bureau: string;
  readonly name: string;
  readonly target: string;
  readonly standard: string;
  /** Yuan; none where the price varies. */
  readonly price?: string;
  readonly unit?: string;
  readonly explain?: string;
  readonly timeLimit?: TimeLimit;
}

const workdays = (amount: number): TimeLimit => ({ amount, unit: LimitUnit.WORKING_DAY });
const hours = (amount: number): TimeLimit => ({ amount, unit: LimitUnit.HOUR });

/** In the order in which they are numbered. */
export const SERVICES: readonly PublicServiceSeed[] = [
  {
    sector: PublicServiceSector.EDUCATION,
    institution: "第一高级中学",
    bureau: "教育局",
    name: "普通高中入学报名",
    target: "初中毕业生",
    standard: "招生计划、录取结果和收费项目在校内和网站公示。",
    price: "600",
    unit: "每学期",
    timeLimit: workdays(5),
  },
  {
    sector: PublicServiceSector.EDUCATION,
    institution: "第一高级中学",
    bureau: "教育局",
    name: "学籍证明开具",
    target: "在校生和毕业生",
    standard: "材料齐全的当场开具。",
    price: "0",
    timeLimit: { amount: 0, unit: LimitUnit.IMMEDIATE },
  },
  {
    sector: PublicServiceSector.HEALTH,
    institution: "人民医院",
    bureau: "卫生健康局",
    name: "门诊预约挂号",
    target: "社会公众",
    standard: "预约时段精确到一小时以内。",
    explain: "按医师职级分档，以医院公示价格为准。",
  },
  {
    sector: PublicServiceSector.HEALTH,
    institution: "人民医院",
    bureau: "卫生健康局",
    name: "病历复印",
    target: "患者及其代理人",
    standard: "出院后归档的病历可以复印。",
    price: "0.50",
    unit: "每页",
    timeLimit: workdays(3),
  },
  {
    sector: PublicServiceSector.WATER_SUPPLY,
    institution: "自来水服务中心",
    bureau: "水利局",
    name: "居民生活用水",
    target: "居民用户",
    standard: "水质符合生活饮用水卫生标准，计划停水提前24小时通知。",
    price: "2.80",
    unit: "每立方米",
    explain: "第一阶梯；第二阶梯为1.5倍，第三阶梯为3倍。",
  },
  {
    sector: PublicServiceSector.WATER_SUPPLY,
    institution: "自来水服务中心",
    bureau: "水利局",
    name: "用水报装",
    target: "居民和单位用户",
    standard: "一次告知所需材料。",
    price: "0",
    timeLimit: workdays(4),
  },
  {
    sector: PublicServiceSector.POWER_SUPPLY,
    institution: "供电服务中心",
    bureau: "发展和改革局",
    name: "居民生活用电",
    target: "居民用户",
    standard: "计划检修停电提前7天公告。",
    price: "0.52",
    unit: "每千瓦时",
  },
  {
    sector: PublicServiceSector.POWER_SUPPLY,
    institution: "供电服务中心",
    bureau: "发展和改革局",
    name: "低压用电报装",
    target: "居民和小微企业",
    standard: "零上门、零审批、零投资。",
    price: "0",
    timeLimit: workdays(3),
  },
  {
    sector: PublicServiceSector.GAS_SUPPLY,
    institution: "燃气服务中心",
    bureau: "住房和城乡建设局",
    name: "居民管道燃气",
    target: "居民用户",
    standard: "每年入户安检不少于一次。",
    price: "3.15",
    unit: "每立方米",
  },
  {
    sector: PublicServiceSector.GAS_SUPPLY,
    institution: "燃气服务中心",
    bureau: "住房和城乡建设局",
    name: "燃气泄漏抢修",
    target: "燃气用户",
    standard: "24小时受理，到场即处置。",
    price: "0",
    timeLimit: hours(1),
  },
  {
    sector: PublicServiceSector.HEATING,
    institution: "供热服务中心",
    bureau: "住房和城乡建设局",
    name: "居民供热",
    target: "居民用户",
    standard: "供热期内卧室、起居室温度不低于18℃。",
    price: "27.50",
    unit: "每平方米每供热期",
    timeLimit: hours(24),
  },
  {
    sector: PublicServiceSector.ENVIRONMENTAL_PROTECTION,
    institution: "环境监测站",
    bureau: "生态环境局",
    name: "空气和饮用水源水质监测公告",
    target: "社会公众",
    standard: "空气质量每日公布，水质每月公布。",
    price: "0",
  },
  {
    sector: PublicServiceSector.PUBLIC_TRANSPORT,
    institution: "公共交通服务中心",
    bureau: "交通运输局",
    name: "城市公共汽车客运",
    target: "社会公众",
    standard: "线路、首末班车时间调整提前5日公告。",
    price: "1",
    unit: "每人次",
    explain: "六十五周岁以上老年人、现役军人和残疾人免费。",
  },
  {
    sector: PublicServiceSector.PUBLIC_TRANSPORT,
    institution: "公共交通服务中心",
    bureau: "交通运输局",
    name: "老年人乘车卡办理",
    target: "六十五周岁以上老年人",
    standard: "凭身份证当场办理。",
    price: "0",
    timeLimit: { amount: 0, unit: LimitUnit.IMMEDIATE },
  },
];
