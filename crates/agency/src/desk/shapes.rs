//! A filled form (`docs/filled-form.schema.json`) as a table and as XML, for systems that read no JSON.

use std::fmt::Write;

use serde_json::Value;

/// One answer, flat.
struct Line<'d> {
    section: &'d str,
    item: String,
    answer: &'d Value,
}

fn lines(document: &Value) -> Vec<Line<'_>> {
    let sections = document["filled_form"]["sections"].as_array().into_iter().flatten();
    let of = |section: &Value| section["item"].as_u64().map(|item| item.to_string()).unwrap_or_default();
    sections
        .flat_map(|section| {
            let answers = section["answers"].as_array().into_iter().flatten();
            answers.map(move |answer| Line { section: text(&section["id"]), item: of(section), answer })
        })
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A value as one cell: texts as they are, everything else as JSON.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A row for each answer, by RFC 4180, with a byte order mark for spreadsheets. A cell that a spreadsheet would take
/// for a formula gets an apostrophe before it.
pub(crate) fn csv(document: &Value) -> String {
    let head = [
        "form_id", "number", "form", "version", "section", "item", "field", "kind", "label", "value", "written",
        "corrects", "revision", "more",
    ];
    let mut out = String::from("\u{feff}");
    let (revision, more) = (cell(&document["revision"]), unknown(document).map_or_else(String::new, cell));
    let mut row = |cells: [&str; 14]| {
        out.push_str(&cells.map(quoted).join(","));
        out.push_str("\r\n");
    };
    row(head);
    let filled = &document["filled_form"];
    for Line { section, item, answer } in lines(document) {
        row([
            text(&document["id"]),
            text(&document["number"]),
            text(&filled["form"]),
            text(&filled["version"]),
            section,
            &item,
            text(&answer["field"]),
            text(&answer["kind"]),
            text(&answer["label"]["office"]),
            &cell(&answer["value"]),
            text(&answer["written"]["office"]),
            text(&document["corrects"]),
            &revision,
            &more,
        ]);
    }
    out
}

/// What stood on the envelope and is newer than this program; nothing where there was none.
fn unknown(document: &Value) -> Option<&Value> {
    Some(&document["more"]).filter(|more| more.as_object().is_some_and(|more| !more.is_empty()))
}

fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '@', '\t', '\r'])
        || cell.strip_prefix(['+', '-']).is_some_and(|rest| rest.contains(|c: char| !c.is_ascii_digit() && c != '.'));
    let mark = if formula { "'" } else { "" };
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}

/// An element for each answer.
pub(crate) fn xml(document: &Value) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing into a text cannot fail.
    let _ = write_xml(&mut out, document);
    out
}

fn write_xml(out: &mut String, document: &Value) -> std::fmt::Result {
    let filled = &document["filled_form"];
    let attributes = [
        ("id", &document["id"]),
        ("number", &document["number"]),
        ("received", &document["received_at"]),
        ("form", &filled["form"]),
        ("version", &filled["version"]),
        ("language", &filled["language"]),
        ("date", &filled["date"]),
    ];
    write!(out, "<filled-form")?;
    for (name, value) in attributes {
        write!(out, " {name}=\"{}\"", escaped(&cell(value)))?;
    }
    for name in ["corrects", "revision"].into_iter().filter(|name| !document[*name].is_null()) {
        write!(out, " {name}=\"{}\"", escaped(&cell(&document[name])))?;
    }
    writeln!(out, ">")?;
    for (name, value) in unknown(document).and_then(Value::as_object).into_iter().flatten() {
        writeln!(out, "  <more name=\"{}\">{}</more>", escaped(name), escaped(&cell(value)))?;
    }
    for Line { section, item, answer } in lines(document) {
        write!(out, "  <answer section=\"{}\"", escaped(section))?;
        if !item.is_empty() {
            write!(out, " item=\"{item}\"")?;
        }
        let (field, kind) = (text(&answer["field"]), text(&answer["kind"]));
        writeln!(out, " field=\"{}\" kind=\"{}\">", escaped(field), escaped(kind))?;
        writeln!(out, "    <label>{}</label>", escaped(text(&answer["label"]["office"])))?;
        writeln!(out, "    <value>{}</value>", escaped(&cell(&answer["value"])))?;
        writeln!(out, "    <written>{}</written>", escaped(text(&answer["written"]["office"])))?;
        writeln!(out, "  </answer>")?;
    }
    writeln!(out, "</filled-form>")
}

/// For XML 1.0, which has no place for most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(c))),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({
            "id": "0193", "number": "4821-0975", "received_at": "2026-11-21T06:00:00Z",
            "filled_form": { "form": "jobs", "version": "3", "language": "ko", "date": "2026-11-21", "sections": [
                { "id": "about", "item": 2, "answers": [
                    { "field": "name", "kind": "text", "label": { "office": "姓名" }, "value": "=A1&\"<b>\u{1}",
                      "written": { "office": "+886-2" } },
                    { "field": "sum", "kind": "integer", "label": { "office": "Sum" }, "value": -5,
                      "written": { "office": "-5" } }
                ] } ] }
        })
    }

    #[test]
    fn no_cell_is_a_formula_and_no_quote_ends_it() {
        let table = csv(&document());
        let rows: Vec<_> = table.split("\r\n").collect();
        assert!(rows[1].ends_with("\"姓名\",\"'=A1&\"\"<b>\u{1}\",\"'+886-2\",\"\",\"\",\"\""), "{table}");
        assert!(rows[2].ends_with("\"-5\",\"-5\",\"\",\"\",\"\""), "{table}");
    }

    #[test]
    fn xml_holds_what_xml_can() {
        let written = xml(&document());
        assert!(written.contains("<value>=A1&amp;&quot;&lt;b&gt;\u{fffd}</value>"), "{written}");
        assert!(written.contains("item=\"2\""));
    }

    #[test]
    fn a_correction_names_its_form_and_what_nobody_knows_yet_stays() {
        let mut correction = document();
        correction["corrects"] = "0192".into();
        correction["revision"] = 2.into();
        correction["more"] = json!({ "colour": "<blue>", "tags": [1, 2] });
        let row = csv(&correction);
        let ends = "\"0192\",\"2\",\"{\"\"colour\"\":\"\"<blue>\"\",\"\"tags\"\":[1,2]}\"\r\n";
        assert!(row.ends_with(ends), "{row}");
        let written = xml(&correction);
        assert!(written.contains(" corrects=\"0192\" revision=\"2\">"), "{written}");
        assert!(written.contains("<more name=\"colour\">&lt;blue&gt;</more>") && written.contains(">[1,2]</more>"));
        assert!(!xml(&document()).contains("corrects"));
    }
}
