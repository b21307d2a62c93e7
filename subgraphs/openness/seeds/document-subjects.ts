/** What bureaus of the demonstration issue documents on: topic, letters of their numbers and subjects, by a word of the bureau's name. */

/** What a bureau writes about. */
export interface Subjects {
  /** Topic, as the classification of government documents names it (主题分类). */
  readonly topic: string;
  readonly subtopic: string;
  /** Letters of the bureau in its document numbers, behind those of its division (机关代字). */
  readonly letters: string;
  readonly subjects: readonly string[];
}

/** By a word of the bureau's name; the first that fits. */
const BY_BUREAU: readonly (readonly [word: string, Subjects])[] = [
  [
    "市场监督",
    {
      topic: "市场监管、安全生产监管",
      subtopic: "食品药品监管",
      letters: "市监",
      subjects: ["小餐饮登记", "网络餐饮食品安全", "广告发布", "计量器具检定", "电梯安全"],
    },
  ],
  [
    "生态环境",
    {
      topic: "城乡建设、环境保护",
      subtopic: "环境监测、保护与治理",
      letters: "环",
      subjects: ["建设项目环境影响评价", "排污许可", "饮用水水源地保护", "秸秆露天焚烧管控"],
    },
  ],
  [
    "住房和城乡",
    {
      topic: "城乡建设、环境保护",
      subtopic: "城乡建设",
      letters: "建",
      subjects: ["物业服务", "老旧小区改造", "建筑工地扬尘治理", "保障性租赁住房"],
    },
  ],
  [
    "水利",
    {
      topic: "农业、林业、水利",
      subtopic: "水利、水务",
      letters: "水",
      subjects: ["取水许可", "河道采砂", "农村饮水安全", "水土保持方案审批"],
    },
  ],
  [
    "卫生健康",
    {
      topic: "卫生、体育",
      subtopic: "卫生",
      letters: "卫",
      subjects: ["公共场所卫生", "家庭医生签约服务", "院前急救", "托育机构备案"],
    },
  ],
  [
    "公安",
    {
      topic: "公安、安全、司法",
      subtopic: "公安",
      letters: "公",
      subjects: ["居住证", "电动自行车登记", "犬只管理", "大型群众性活动安全"],
    },
  ],
  [
    "民政",
    {
      topic: "民政、扶贫、救灾",
      subtopic: "社会救助",
      letters: "民",
      subjects: ["最低生活保障", "临时救助", "养老机构备案", "残疾人两项补贴"],
    },
  ],
  [
    "人力资源",
    {
      topic: "劳动、人事、监察",
      subtopic: "就业",
      letters: "人社",
      subjects: ["创业担保贷款", "公益性岗位", "职业技能培训补贴", "农民工工资支付"],
    },
  ],
  [
    "教育",
    {
      topic: "科技、教育",
      subtopic: "教育",
      letters: "教",
      subjects: ["义务教育招生入学", "校外培训机构", "学生资助", "校园食品安全"],
    },
  ],
  [
    "交通运输",
    {
      topic: "工业、交通",
      subtopic: "公路",
      letters: "交",
      subjects: ["农村公路养护", "出租汽车经营", "超限运输治理", "公交票价优惠"],
    },
  ],
  [
    "农业农村",
    {
      topic: "农业、林业、水利",
      subtopic: "农业、畜牧业、渔业",
      letters: "农",
      subjects: ["耕地地力保护补贴", "农机购置补贴", "高标准农田建设", "动物防疫"],
    },
  ],
  [
    "自然资源",
    {
      topic: "国土资源、能源",
      subtopic: "土地",
      letters: "自然资",
      subjects: ["不动产登记", "临时用地", "国有土地上房屋征收", "矿山生态修复"],
    },
  ],
  [
    "财政",
    {
      topic: "财政、金融、审计",
      subtopic: "财政",
      letters: "财",
      subjects: ["预算绩效管理", "政府采购", "惠民惠农补贴资金", "国有资产处置"],
    },
  ],
  [
    "发展和改革",
    {
      topic: "国民经济管理、国有资产监管",
      subtopic: "宏观经济",
      letters: "发改",
      subjects: ["企业投资项目备案", "节能审查", "公共信用信息", "价格听证"],
    },
  ],
  [
    "应急管理",
    {
      topic: "市场监管、安全生产监管",
      subtopic: "安全生产监管",
      letters: "应急",
      subjects: ["危险化学品经营许可", "烟花爆竹零售布点", "森林草原防火", "生产安全事故报告"],
    },
  ],
  [
    "文化",
    {
      topic: "商贸、海关、旅游",
      subtopic: "旅游",
      letters: "文旅",
      subjects: ["民宿服务质量", "营业性演出", "旅游团队安全", "非物质文化遗产保护"],
    },
  ],
  [
    "政务服务",
    {
      topic: "综合政务",
      subtopic: "政务公开",
      letters: "政数",
      subjects: ["政务服务事项管理", "一件事一次办", "政务服务好差评", "电子证照应用"],
    },
  ],
  [
    "司法",
    {
      topic: "公安、安全、司法",
      subtopic: "司法",
      letters: "司",
      subjects: ["行政规范性文件合法性审核", "公共法律服务", "行政执法证件"],
    },
  ],
  ["审计", { topic: "财政、金融、审计", subtopic: "审计", letters: "审", subjects: ["审计整改", "政府投资项目审计"] }],
  [
    "医疗保障",
    { topic: "卫生、体育", subtopic: "医疗保障", letters: "医保", subjects: ["门诊统筹", "异地就医备案", "医疗救助"] },
  ],
  [
    "税务",
    { topic: "财政、金融、审计", subtopic: "税务", letters: "税", subjects: ["办税缴费便利化", "小微企业税费优惠"] },
  ],
];

const GENERAL: Subjects = {
  topic: "综合政务",
  subtopic: "政务公开",
  letters: "政",
  subjects: ["政务公开工作", "基层治理", "防汛抗旱", "人居环境整治", "重大行政决策", "突发事件应对"],
};

/** What a body of this name writes about; 民政 stands in 人民政府 too, which is no bureau. */
export const subjectsOf = (name: string): Subjects => {
  const office = name.replace("人民政府", "");
  return BY_BUREAU.find(([word]) => office.includes(word))?.[1] ?? GENERAL;
};
