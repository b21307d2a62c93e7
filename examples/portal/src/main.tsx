/** The portal begins here: it ends a sign-in where there is one, and shows the page. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { LanguageProvider } from "./language.js";
import { openSession, SessionProvider } from "./session.js";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/forms.css";
import "./styles/lists.css";
import "./styles/states.css";
import "./styles/pictures.css";
import "./styles/tables.css";
import "./styles/home.css";

const opening = await openSession();
createRoot(document.getElementById("portal")!).render(
  <StrictMode>
    <LanguageProvider>
      <SessionProvider first={opening}>
        <App />
      </SessionProvider>
    </LanguageProvider>
  </StrictMode>,
);
