//! Wishes that may be uttered at any moment, whatever is asked.

use kaunter_spoken::{Command, Context, Kind, Language, Phrase, Value, wordings};

use crate::said::{TAGS, hear, visit};

#[test]
fn a_wish_is_heard_in_every_question_and_language() {
    for (tag, said, wish) in [
        ("zh-TW", "上一步", Command::Back),
        ("zh-TW", "請再說一次", Command::Repeat),
        ("zh-TW", "跳過這題", Command::Skip),
        ("zh-TW", "我不知道", Command::DontKnow),
        ("zh-TW", "我要找服務人員", Command::Person),
        ("zh-TW", "說慢一點好嗎", Command::Slower),
        ("zh-TW", "換語言", Command::ChangeLanguage),
        ("zh-TW", "請等一下", Command::Pause),
        ("ko", "잠깐만요", Command::Pause),
        ("ms", "tunggu sekejap", Command::Pause),
        ("en", "wait a moment please", Command::Pause),
        ("ko", "뒤로", Command::Back),
        ("ko", "다시 말해 주세요", Command::Repeat),
        ("ko", "건너뛰기", Command::Skip),
        ("ko", "모르겠어요", Command::DontKnow),
        ("ko", "직원 불러 주세요", Command::Person),
        ("ko", "그만할래요", Command::Stop),
        ("ko", "처음부터 다시", Command::StartAgain),
        ("ms", "kembali", Command::Back),
        ("ms", "tolong ulang", Command::Repeat),
        ("ms", "langkau soalan ini", Command::Skip),
        ("ms", "tak tahu", Command::DontKnow),
        ("ms", "panggil pegawai", Command::Person),
        ("ms", "tukar bahasa", Command::ChangeLanguage),
        ("en", "go back please", Command::Back),
        ("en", "could you repeat that", Command::Repeat),
        ("en", "skip this question", Command::Skip),
        ("en", "I don't know", Command::DontKnow),
        ("en", "I want to talk to a person", Command::Person),
        ("en", "start again", Command::StartAgain),
        ("en", "next", Command::Next),
        ("en", "help", Command::Help),
    ] {
        for kind in ["date", "integer", "phone", "yesno", "email", "twid", "time", "name", "text"] {
            let heard = hear(tag, kind, said, &visit());
            assert_eq!(heard.command, Some(wish), "{tag} {kind} {said}: {heard:?}");
            assert_eq!(heard.value, None);
        }
    }
}

#[test]
fn an_answer_is_no_wish() {
    for (tag, kind, said) in [
        ("zh-TW", "text", "我要換發駕照，請再說明一次"),
        ("ko", "text", "사람이 다쳤어요"),
        ("ms", "text", "saya mahu balik kampung"),
        ("en", "text", "I want my deposit back"),
        ("en", "name", "Skip Jones"),
    ] {
        assert_eq!(hear(tag, kind, said, &visit()).command, None, "{said}");
    }
    for tag in TAGS {
        for kind in Kind::names() {
            assert_eq!(hear(tag, kind, "123", &visit()).command, None);
        }
    }
}

#[test]
fn an_occupation_or_a_language_is_an_answer_in_ones_own_words_and_a_wish_elsewhere() {
    for (tag, said, wish) in [
        ("en", "clerk", Command::Person),
        ("en", "a clerk", Command::Person),
        ("en", "Operator, please", Command::Person),
        ("en", "English", Command::ChangeLanguage),
        ("ms", "kerani", Command::Person),
        ("ms", "Pembantu", Command::Person),
        ("ms", "pegawai", Command::Person),
        ("ms", "bahasa Inggeris", Command::ChangeLanguage),
        ("ko", "공무원", Command::Person),
        ("ko", "상담원이요", Command::Person),
        ("ko", "영어", Command::ChangeLanguage),
        ("zh-TW", "辦事員", Command::Person),
        ("zh-TW", "服務人員", Command::Person),
        ("zh-TW", "英文", Command::ChangeLanguage),
    ] {
        for kind in ["name", "text"] {
            let heard = hear(tag, kind, said, &visit());
            assert_eq!(heard.command, None, "{tag} {kind} {said}");
            assert!(heard.is_clear(), "{tag} {kind} {said}: {heard:?}");
        }
        assert_eq!(hear(tag, "date", said, &visit()).command, Some(wish), "{tag} {said}");
    }
}

#[test]
fn a_person_is_called_in_a_whole_sentence_even_where_any_words_are_an_answer() {
    for (tag, said) in [
        ("en", "I would like to talk to a person, please"),
        ("en", "can you call someone"),
        ("ms", "tolong panggil kerani"),
        ("ms", "saya nak cakap dengan pegawai"),
        ("ko", "직원과 이야기하고 싶어요"),
        ("ko", "공무원 불러 주세요"),
        ("zh-TW", "請幫我找辦事員"),
        ("zh-TW", "我想跟真人說話"),
    ] {
        assert_eq!(hear(tag, "text", said, &visit()).command, Some(Command::Person), "{tag} {said}");
    }
}

#[test]
fn what_is_typed_in_ones_own_words_is_never_a_wish() {
    let typed = Context { typed: true, ..visit() };
    for (tag, said) in [
        ("en", "go back"),
        ("en", "I don't know"),
        ("ms", "panggil pegawai"),
        ("ko", "처음부터 다시"),
        ("zh-TW", "不知道"),
    ] {
        for kind in ["name", "text"] {
            let heard = hear(tag, kind, said, &typed);
            assert_eq!((heard.command, heard.is_clear()), (None, true), "{tag} {kind} {said}: {heard:?}");
        }
        assert!(hear(tag, "phone", said, &typed).command.is_some(), "{tag} {said}");
    }
}

#[test]
fn the_ways_of_yes_and_no_that_are_listened_for_are_those_that_people_say_most() {
    for (tag, yes, no) in [("zh-TW", "是", "不是"), ("ms", "ya", "tidak"), ("ko", "네", "아니요"), ("en", "yes", "no")]
    {
        let language = Language::of(tag).unwrap();
        for (phrase, first, means) in [(Phrase::Yes, yes, true), (Phrase::No, no, false)] {
            let ways = wordings(phrase, &language, 10);
            assert_eq!(ways.first().map(String::as_str), Some(first), "{tag}: it is shown where it was not sure");
            assert_eq!(ways.len(), 10, "{tag}");
            for way in &ways {
                let heard = hear(tag, "yesno", way, &visit());
                assert_eq!(heard.value, Some(Value::YesNo(means)), "{tag}: {way}");
            }
        }
    }
}
