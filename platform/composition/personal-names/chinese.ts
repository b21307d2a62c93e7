/** Chinese names of columns that look personal. Pure. */

const ANYWHERE =
  /姓名|曾用名|身份证|身份号码|证件号|护照|通行证号|驾驶证号|社会保障号|社保卡|社保号|电话|手机|邮箱|微信|QQ|住址|家庭地址|户籍|户口|现住|居住|通讯地址|联系地址|出生|生日|籍贯|国籍|性别|年龄|婚姻|政治面貌|文化程度|学历|宗教信仰|法定代表人|法人代表|联系人|联系方式|经办人|负责人|承办人|监护人|持证人|收款人|户主|配偶|家庭成员|(?:月|年|家庭|个人)收入|账号|银行卡|车牌|照片|人脸|指纹|虹膜|声纹|头像|病历|病史|诊断|疾病|残疾|血型|健康状况|工资|签名|(?:执法|检查|办案)人员/;

const WHOLE: ReadonlySet<string> = new Set(["民族", "职业", "地址", "申请人", "当事人", "年龄"]);

/** Telephones that an office publishes. */
const OF_OFFICES = /^(?:咨询|投诉|监督|服务|举报|值班|办公)电话$/;

/** True for a Chinese name that looks personal. */
export const isPersonalInChinese = (name: string): boolean =>
  WHOLE.has(name) || (ANYWHERE.test(name) && !OF_OFFICES.test(name));
