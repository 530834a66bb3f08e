//! Whether the person may qualify: a tree of cited rules. It informs and never decides.

use crate::{
    definition::{EligibilityRule, Judgement, Otherwise},
    journey::Journey,
    rule::Held,
    value::Place,
};

/// What the rules come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The person may qualify.
    MayQualify,
    /// Probably not.
    Unlikely,
    /// A person must look.
    PersonMustLook,
}

/// The result of the whole tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it comes to.
    pub verdict: Verdict,
    /// The root first, then what stands below it, in order.
    pub rules: Vec<RuleFinding>,
}

/// The result of one rule.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleFinding {
    /// Its id; words under `rule-<id>`.
    pub id: String,
    /// How deep it stands in the tree; the root is 0.
    pub depth: usize,
    /// Whether it is met.
    pub met: Held,
    /// What it means by itself.
    pub verdict: Verdict,
    /// Whether the whole is not "may qualify" because of it; only rules that gather no others.
    pub decides: bool,
    /// The answers on which that rests; none for a rule that gathers others.
    pub answers: Vec<Place>,
    /// Entry of the pack that it rests on.
    pub passage: Option<String>,
}

impl Journey {
    /// What the rules of the form come to with the answers so far; none where it has no such rules.
    pub fn eligibility(&self) -> Option<Finding> {
        let tree = self.form().eligibility.as_ref()?;
        let mut rules = Vec::new();
        let verdict = self.judge(&tree.rules, &tree.root, 0, &mut rules)?;
        if verdict != Verdict::MayQualify {
            mark_deciding(&mut rules, 0);
        }
        Some(Finding { verdict, rules })
    }

    fn judge(
        &self,
        rules: &[EligibilityRule],
        id: &str,
        depth: usize,
        found: &mut Vec<RuleFinding>,
    ) -> Option<Verdict> {
        let rule = rules.iter().find(|rule| rule.id == id)?;
        // A tree is no deeper than it has rules; a circle would be.
        if depth >= rules.len() {
            return None;
        }
        let at = found.len();
        found.push(RuleFinding {
            id: rule.id.clone(),
            depth,
            met: Held::Undecided,
            verdict: Verdict::PersonMustLook,
            decides: false,
            answers: Vec::new(),
            passage: rule.passage.clone(),
        });
        let (met, answers) = match &rule.judgement {
            Judgement::Holds(condition) => (self.holds(condition, None), self.resting_on(condition)),
            Judgement::All(below) => {
                let verdicts: Vec<Verdict> =
                    below.iter().filter_map(|id| self.judge(rules, id, depth + 1, found)).collect();
                return self.gathered(found, at, rule, all(&verdicts));
            }
            Judgement::Any(below) => {
                let verdicts: Vec<Verdict> =
                    below.iter().filter_map(|id| self.judge(rules, id, depth + 1, found)).collect();
                return self.gathered(found, at, rule, any(&verdicts));
            }
        };
        let verdict = meaning(met, rule.otherwise);
        let finding = found.get_mut(at)?;
        (finding.met, finding.verdict, finding.answers) = (met, verdict, answers);
        Some(verdict)
    }

    fn gathered(
        &self,
        found: &mut [RuleFinding],
        at: usize,
        rule: &EligibilityRule,
        verdict: Verdict,
    ) -> Option<Verdict> {
        let met = match verdict {
            Verdict::MayQualify => Held::Yes,
            Verdict::Unlikely => Held::No,
            Verdict::PersonMustLook => Held::Undecided,
        };
        let finding = found.get_mut(at)?;
        (finding.met, finding.verdict) = (met, meaning(met, rule.otherwise));
        Some(finding.verdict)
    }
}

/// Follows from a rule that is not met, or not known to be, to those below on which that rests.
fn mark_deciding(rules: &mut [RuleFinding], at: usize) {
    let Some(RuleFinding { depth, met, .. }) = rules.get(at) else { return };
    // What is gathered is met or not by what those below come to, whatever it then means by itself.
    let (depth, cause) = match met {
        Held::No => (*depth, Verdict::Unlikely),
        Held::Undecided => (*depth, Verdict::PersonMustLook),
        Held::Yes => return,
    };
    let below = rules.iter().enumerate().skip(at + 1).take_while(|(_, rule)| rule.depth > depth);
    let children = below.filter(|(_, rule)| rule.depth == depth + 1);
    let children: Vec<(usize, Verdict)> = children.map(|(child, rule)| (child, rule.verdict)).collect();
    if let Some(rule) = rules.get_mut(at).filter(|_| children.is_empty()) {
        rule.decides = true;
    }
    children.into_iter().filter(|(_, verdict)| *verdict == cause).for_each(|(child, _)| mark_deciding(rules, child));
}

fn meaning(met: Held, otherwise: Otherwise) -> Verdict {
    match (met, otherwise) {
        (Held::Yes, _) => Verdict::MayQualify,
        (Held::No, Otherwise::Unlikely) => Verdict::Unlikely,
        (Held::No, Otherwise::Person) | (Held::Undecided, _) => Verdict::PersonMustLook,
    }
}

/// One that probably fails settles it; else one that a person must look at.
fn all(verdicts: &[Verdict]) -> Verdict {
    [Verdict::Unlikely, Verdict::PersonMustLook]
        .into_iter()
        .find(|verdict| verdicts.contains(verdict))
        .unwrap_or(Verdict::MayQualify)
}

/// One that is met settles it; else one that a person must look at.
fn any(verdicts: &[Verdict]) -> Verdict {
    [Verdict::MayQualify, Verdict::PersonMustLook]
        .into_iter()
        .find(|verdict| verdicts.contains(verdict))
        .unwrap_or(Verdict::Unlikely)
}
