/** Titles and texts of the demonstration's documents, by genre. */
import { DocumentGenre } from "../public-document/public-document.enums.js";

/** What a text is written from. */
export interface TextFacts {
  readonly issuer: string;
  readonly subject: string;
  readonly year: string;
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
}

/** Title of a document of the genre. */
export const titleOf = (genre: DocumentGenre, { issuer, subject, year }: TextFacts): string => {
  switch (genre) {
    case DocumentGenre.MEASURES:
      return `${issuer}${subject}管理办法`;
    case DocumentGenre.OPINIONS:
      return `${issuer}关于加强${subject}工作的实施意见`;
    case DocumentGenre.PUBLIC_NOTICE:
      return `${issuer}关于${year}年${subject}有关事项的公告`;
    case DocumentGenre.CIRCULAR:
      return `${issuer}关于${year}年${subject}工作情况的通报`;
    default:
      return `${issuer}关于做好${year}年${subject}工作的通知`;
  }
};

const dayOf = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

/** Paragraphs of a document of the genre. */
export const textOf = (genre: DocumentGenre, { issuer, subject, validFrom, validUntil }: TextFacts): string => {
  const ends = validUntil === undefined ? "" : `，有效期至${dayOf(validUntil)}`;
  const articles =
    genre === DocumentGenre.MEASURES
      ? [
          `第一条 为规范${subject}，保护公民、法人和其他组织的合法权益，根据有关法律法规，结合本地实际，制定本办法。`,
          `第二条 本行政区域内的${subject}适用本办法。`,
          `第三条 ${issuer}负责${subject}的组织实施和监督检查，有关部门在各自职责范围内做好相关工作。`,
          `第四条 ${subject}应当遵循公开、公平、便民的原则，办理条件、程序、期限和结果依法向社会公开。`,
          "第五条 公民、法人和其他组织认为工作人员违反本办法的，可以投诉、举报。",
          `第六条 本办法自${dayOf(validFrom)}起施行${ends}。`,
        ]
      : [
          `为进一步做好${subject}工作，现就有关事项明确如下。`,
          `一、提高认识。${subject}关系群众切身利益，各单位要落实责任，细化措施。`,
          "二、规范办理。严格执行办理条件和时限，不得增设材料，不得收取没有依据的费用。",
          `三、公开透明。及时公布${subject}的依据、标准、过程和结果，接受社会监督。`,
          "四、加强督导。对落实不力的单位予以通报，并将整改情况向社会公布。",
          `本文件自${dayOf(validFrom)}起执行${ends}。`,
        ];
  return articles.join("\n");
};
