// Generated from the Rust types of the kiosk's middle. Do not edit.

export type { Act } from "./Act";
export type { AdviceKind } from "./AdviceKind";
export type { Agency } from "./Agency";
export type { Candidate } from "./Candidate";
export type { Compose } from "./Compose";
export type { Composed } from "./Composed";
export type { Display } from "./Display";
export type { NoticeCard } from "./NoticeCard";
export type { OfficeCard } from "./OfficeCard";
export type { Officer } from "./Officer";
export type { Outcome } from "./Outcome";
export type { Preferences } from "./Preferences";
export type { Problem } from "./Problem";
export type { QuestionLink } from "./QuestionLink";
export type { Quote } from "./Quote";
export type { Reach } from "./Reach";
export type { Reply } from "./Reply";
export type { ReplyPart } from "./ReplyPart";
export type { Screen } from "./Screen";
export type { TextSize } from "./TextSize";
export type { Theme } from "./Theme";
export type { TopicTile } from "./TopicTile";
export type { View } from "./View";
export type { Why } from "./Why";
