/** Chinese first, English beside it: a text is always given in both, and the reader's choice is kept. */
import { createContext, type ReactNode, use, useEffect, useState } from "react";

/** Language of the page and of what the graph explains. */
export type Language = "zh" | "en";

/** A text in both languages. */
export type Text = Readonly<Record<Language, string>>;

const KEY = "portal.language";

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Chosen>({ language: "zh", choose: () => undefined });

/** What was chosen here before; Chinese where nothing was. */
const chosenBefore = (): Language => (localStorage.getItem(KEY) === "en" ? "en" : "zh");

/** Gives the language to all below it, and to the document for those who have it read aloud. */
export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(chosenBefore);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    localStorage.setItem(KEY, language);
  }, [language]);
  return <LanguageContext value={{ language, choose: setLanguage }}>{children}</LanguageContext>;
};

/** The language, and how to choose another. */
export const useLanguage = (): Chosen => use(LanguageContext);

/** Says texts in the reader's language. */
export const useSay = (): ((text: Text) => string) => {
  const { language } = useLanguage();
  return (text) => text[language];
};
