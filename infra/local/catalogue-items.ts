/** Catalogue items of the demonstration: who has the power at which level, who applies, how long the law gives, on which law, in which situations. */

/** One catalogue item, as its line below says it. */
export interface CatalogueSeed {
  /** Key of BUREAUS. */
  readonly bureau: string;
  /** Two digits, such as 01 (行政许可). */
  readonly type: string;
  readonly name: string;
  /** Who has the power: V province, P prefecture, C county, T township (省、州、县、乡镇街道). */
  readonly levels: string;
  /** Who applies: 人 natural persons, 企 enterprises. */
  readonly serves: string;
  /** The limit of the law: working days, or natural days with a 日; 0 is on the spot. */
  readonly limit: string;
  /** Id of the legal basis in schema/legal-bases.json. */
  readonly basis: string;
  /** Situations that are handling items of their own (业务办理项). */
  readonly situations: readonly string[];
}

const LICENCE = "新办 变更 延续 补证 注销";

/** Bureau, type, name, levels, applicants, limit, basis, situations. New items come last in their bureau and type: their number is their code. */
const LINES = `
market 01 食品经营许可 C 人企 20 FOOD-SAFETY-2021-35 ${LICENCE}
market 01 食品生产许可 VPC 企 20 FOOD-SAFETY-2021-35 ${LICENCE}
market 01 药品零售企业经营许可 C 人企 20 DRUGS-2019-51 ${LICENCE}
market 01 特种设备使用登记 PC 企 20 SPECIAL-EQUIPMENT-2013-33 新设备 改造变更 更名变更
market 01 计量标准器具核准 VPC 企 20 LICENSING-LIST-2023 新建 复查
market 01 企业设立登记 VPC 企 3 MARKET-ENTITIES-2021-19 有限责任公司 非公司企业法人 合伙企业
market 01 个体工商户设立登记 C 人 3 MARKET-ENTITIES-2021-19 个人经营 家庭经营
market 01 农民专业合作社设立登记 C 人企 3 MARKET-ENTITIES-2021-19 合作社 分支机构
ecology 01 建设项目环境影响评价文件审批 VPC 企 60日 ECOLOGICAL-CODE-2026-102 报告书 报告表
ecology 01 排污许可证核发 PC 企 30日 DISCHARGE-2021-11 首次申请 变更 延续
ecology 01 危险废物经营许可 VPC 企 20 LICENSING-LIST-2023 新办 变更
ecology 01 辐射安全许可证核发 VP 企 20 LICENSING-LIST-2023 新办 变更 延续
ecology 01 入河排污口设置审核 PC 企 20 LICENSING-LIST-2023 新建 扩大
housing 01 建筑工程施工许可证核发 PC 企 7 BUILDING-2019-08 房屋建筑 市政设施 变更
housing 01 城镇污水排入排水管网许可 C 人企 20 DRAINAGE-2013-21 新办 延续
housing 01 燃气经营许可 C 企 20 GAS-2010-15 管道燃气 瓶装燃气 加气站
housing 01 商品房预售许可 C 企 10 REAL-ESTATE-2019-45 新办 变更
housing 01 建筑起重机械使用登记 C 企 7 LICENSING-LIST-2023 登记 注销
water 01 生产建设项目水土保持方案审批 VPC 企 10 WATER-SOIL-2010-25 报告书 报告表
water 01 取水许可 VPC 企 45日 WATER-PERMIT-2006-02 新办 变更 延续
water 01 洪水影响评价类审批 VPC 企 20 FLOODS-2016-33 非防洪建设项目 河道管理范围内项目
water 01 河道采砂许可 C 企 20 LICENSING-LIST-2023 新办
health 01 公共场所卫生许可 C 人企 20 PUBLIC-PLACES-1987-04 ${LICENCE}
health 01 医疗机构执业登记 VPC 企 45日 MEDICAL-1994-15 登记 变更 校验
health 01 护士执业注册 PC 人 20 NURSES-2008-08 首次注册 延续注册 变更注册
health 01 饮用水供水单位卫生许可 C 企 20 LICENSING-LIST-2023 新办 延续
health 01 放射诊疗许可 VPC 企 20 LICENSING-LIST-2023 新办 变更
police 07 居民身份证办理 C 人 60日 ID-CARD-2011-12 首次申领 到期换领 丢失补领
police 07 户口登记项目变更 C 人 20 HOUSEHOLDS-1958-17 姓名变更 出生日期更正 民族变更
police 01 机动车驾驶证核发 P 人 5 ROAD-SAFETY-2021-19 初次申领 增驾 期满换证
police 01 烟花爆竹道路运输许可 C 企 3 FIREWORKS-2006-23 一次性运输
police 01 旅馆业特种行业许可证核发 C 人企 20 LICENSING-LIST-2023 新办 变更
police 01 大型群众性活动安全许可 PC 企 7 EVENTS-2007-13 首次举办 变更
civil 05 最低生活保障对象认定及资金给付 T 人 30 SOCIAL-ASSISTANCE-2026-18 城市居民 农村居民
civil 05 特困人员供养 T 人 30 SOCIAL-ASSISTANCE-2026-16 分散供养 集中供养
civil 05 临时救助金给付 T 人 20 SOCIAL-ASSISTANCE-2026-29 急难型 支出型
civil 05 残疾人两项补贴给付 T 人 20 DISABLED-2015-52 生活补贴 护理补贴
civil 05 孤儿基本生活保障金给付 C 人 20 ORPHANS-2010-54 机构养育 社会散居
civil 05 高龄津贴给付 T 人 20 ELDERLY-2018-33 八十至八十九周岁 九十周岁以上
civil 07 内地居民婚姻登记 C 人 0 MARRIAGE-2025 结婚登记 离婚登记 补领登记证
civil 07 慈善组织认定 VPC 企 20 CHARITY-2023-10 认定
labour 05 就业困难人员社会保险补贴 C 人 20 EMPLOYMENT-2015-52 灵活就业 单位招用
labour 05 职业培训补贴 PC 人 20 EMPLOYMENT-2015-49 技能培训 创业培训
labour 05 创业担保贷款贴息 PC 人 20 START-UP-LOANS-2020 个人 小微企业
labour 05 失业保险金给付 C 人 10日 UNEMPLOYMENT-1999-16 首次申领 恢复领取
labour 20 社会保险参保缴费记录查询 PC 人企 0 SOCIAL-INSURANCE-2018-74 个人 单位
labour 20 职业技能等级证书查询 PC 人 0 SKILLS-2019-90 查询
labour 20 人事档案接收转递 C 人 0 PERSONNEL-FILES-2014-90 接收 转递
education 05 义务教育家庭经济困难学生生活补助 C 人 30 COMPULSORY-EDUCATION-2018-44 寄宿生 非寄宿生
education 05 中等职业学校国家助学金 PC 人 30 VOCATIONAL-EDUCATION-2022 助学金
education 01 民办学校设立审批 PC 企 90日 PRIVATE-SCHOOLS-2018-14 正式设立 变更
education 01 教师资格认定 PC 人 30日 TEACHERS-1995-15 首次认定
transport 01 道路货物运输经营许可 C 人企 20 ROAD-TRANSPORT-2004-24 新办 变更 注销
transport 01 道路旅客运输经营许可 PC 企 20 ROAD-TRANSPORT-2004-10 班车 包车 变更
transport 01 涉路施工许可 PC 企 20 ROAD-PROTECTION-2011-27 跨越公路 平面交叉
transport 01 出租汽车驾驶员从业资格认定 P 人 20 LICENSING-LIST-2023 巡游 网约
farming 05 耕地地力保护补贴 C 人 20 FARMLAND-2016-26 承包农户
farming 05 农机购置与应用补贴 C 人 15 MACHINERY-2018-27 购置补贴 报废补贴
farming 05 强制扑杀动物补偿 C 人 20 ANIMAL-EPIDEMICS-2021-85 养殖户
farming 01 动物防疫条件合格证核发 C 企 20 ANIMAL-EPIDEMICS-2021-25 新办 变更
farming 01 农药经营许可 VC 企 20 PESTICIDES-2017-24 新办 变更 延续
farming 01 种子生产经营许可 VPC 企 20 SEEDS-2021-33 新办 变更
resources 01 建设用地规划许可证核发 C 企 20 PLANNING-2019-38 划拨 出让
resources 01 建设工程规划许可证核发 C 企 20 PLANNING-2019-40 建筑类 市政类
resources 01 采矿权登记 VPC 企 40日 MINING-REGISTRATION-2014-03 新立 延续 变更 注销
resources 07 不动产首次登记 C 人企 30 REAL-ESTATE-REGISTER-2015-20 房屋 建设用地使用权
resources 07 不动产转移登记 C 人企 30 REAL-ESTATE-REGISTER-2015-20 买卖 继承 赠与
development 01 固定资产投资项目节能审查 VP 企 20 ENERGY-2018-15 报告书
development 01 企业投资项目核准 VPC 企 20 INVESTMENT-2016-10 项目申请 变更
development 10 企业投资项目备案 C 企 0 INVESTMENT-2016-13 备案 变更
emergency 01 危险化学品经营许可 PC 企 20 HAZARDOUS-CHEMICALS-2025-55 新办 变更 延期
emergency 01 生产经营单位安全条件审查 VP 企 20 WORK-SAFETY-2021-33 新建 改扩建
culture 01 娱乐场所设立审批 C 企 20 ENTERTAINMENT-2020-09 歌舞 游艺
culture 01 文物保护单位修缮审批 VPC 企 20 LICENSING-LIST-2023 修缮
emergency 08 安全生产举报奖励 C 人 20 WORK-SAFETY-2021-76 重大隐患 违法行为
finance 20 财政票据真伪查询 VPC 人企 0 FISCAL-RECEIPTS-2020 查询
finance 20 会计人员信息查询 VPC 人 0 ACCOUNTANTS-2018-33 查询
police 07 户口迁移登记 C 人 20 HOUSEHOLDS-1958-10 夫妻投靠落户 父母投靠落户 人才落户 购房落户
police 07 普通护照签发 PC 人 15日 PASSPORTS-2007-06 首次申领 换发 补发
medical 20 城乡居民基本医疗保险参保登记 C 人 0 SOCIAL-INSURANCE-2018-25 新增参保 停保
medical 20 基本医疗保险关系转移接续 C 人 15 SOCIAL-INSURANCE-2018-32 转入 转出
medical 05 医疗救助资金给付 T 人 20 SOCIAL-ASSISTANCE-2026-24 住院救助 门诊救助
justice 20 法律援助 PC 人 7日 LEGAL-AID-2022-43 民事 刑事 行政
tax 20 开具税收完税证明 C 人企 0 TAX-COLLECTION-2015-34 个人 单位
tax 01 对纳税人延期缴纳税款的核准 V 企 20 TAX-COLLECTION-2015-31 核准
housing-fund 20 住房公积金提取 P 人 3日 HOUSING-FUND-2019-25 购房 租房 离退休
housing-fund 20 住房公积金个人住房贷款 P 人 15日 HOUSING-FUND-2019-26 新房 二手房
housing-fund 20 单位住房公积金缴存登记 P 企 0 HOUSING-FUND-2019-14 登记 变更
`;

/** Catalogue items, in the order in which their numbers are given. */
export const CATALOGUE: readonly CatalogueSeed[] = LINES.trim()
  .split("\n")
  .map((line): CatalogueSeed => {
    const [bureau = "", type = "", name = "", levels = "", serves = "", limit = "", basis = "", ...situations] =
      line.split(" ");
    return { bureau, type, name, levels, serves, limit, basis, situations };
  });
