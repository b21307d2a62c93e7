/** Words of genres, and the genre that a title ends with. Pure. */
import { DocumentGenre } from "./public-document.enums.js";

/** Genres as exports write them; what ministries and governments may call their rules are measures (规章制定程序条例 第七条). */
export const GENRES: Readonly<Record<string, DocumentGenre>> = {
  决定: DocumentGenre.DECISION,
  命令: DocumentGenre.ORDER,
  令: DocumentGenre.ORDER,
  "命令(令)": DocumentGenre.ORDER,
  办法: DocumentGenre.MEASURES,
  规定: DocumentGenre.MEASURES,
  细则: DocumentGenre.MEASURES,
  实施细则: DocumentGenre.MEASURES,
  意见: DocumentGenre.OPINIONS,
  通知: DocumentGenre.NOTICE,
  公告: DocumentGenre.PUBLIC_NOTICE,
  通告: DocumentGenre.PUBLIC_NOTICE,
  通报: DocumentGenre.CIRCULAR,
  批复: DocumentGenre.REPLY,
  报告: DocumentGenre.REPORT,
};

const ENDING = new RegExp(
  `(${Object.keys(GENRES)
    .filter((word) => !word.includes("("))
    .join("|")})$`,
  "u",
);

/** The genre with which a title ends, whatever stands in brackets behind it (党政机关公文处理工作条例 第九条); undefined where none is known. */
export const genreOfTitle = (title: string): DocumentGenre | undefined => {
  const [word = ""] = ENDING.exec(title.trim().replace(/[（(][^（）()]{1,12}[)）]$/u, "")) ?? [];
  return GENRES[word];
};
