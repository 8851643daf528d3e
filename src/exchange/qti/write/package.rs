//! The files of a QTI 2.1 package around its items: the manifest, and the test with its sections. Knows no answer.

use crate::bank::{Bank, Question};
use crate::exchange::out_texts::number_of;
use crate::exchange::xml::escape;

/// `imsmanifest.xml`.
pub(super) fn manifest(bank: &Bank, items: &[(&str, &Question)], pictures: &[&str]) -> String {
    let files: String =
        pictures.iter().map(|name| format!("      <file href=\"items/images/{}\"/>\n", escape(name))).collect();
    let dependencies: String =
        (0..items.len()).map(|number| format!("      <dependency identifierref=\"item_{number}\"/>\n")).collect();
    let resources = items.iter().enumerate().map(|(number, (name, _))| {
        format!(
            "    <resource identifier=\"item_{number}\" type=\"imsqti_item_xmlv2p1\" href=\"items/{name}.xml\">\n      <file \
             href=\"items/{name}.xml\"/>\n    </resource>\n"
        )
    });
    let resources: String = resources.collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="manifest_{}" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd">
  <metadata>
    <schema>QTIv2.1 Package</schema>
    <schemaversion>1.0.0</schemaversion>
  </metadata>
  <organizations/>
  <resources>
    <resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml">
      <file href="test.xml"/>
{files}{dependencies}    </resource>
{resources}  </resources>
</manifest>
"#,
        number_of(&[&bank.id])
    )
}

/// `test.xml`: questions of a topic that follow each other stand in a section of its name.
pub(super) fn test(bank: &Bank, items: &[(&str, &Question)]) -> String {
    let mut sections = String::new();
    let mut count = 0;
    let mut at = 0;
    while at < items.len() {
        let topic = &items[at].1.topic;
        let end =
            items[at..].iter().position(|(_, question)| question.topic != *topic).map_or(items.len(), |more| at + more);
        let references = items[at..end].iter().enumerate().map(|(number, (name, _))| {
            format!("<assessmentItemRef identifier=\"ref_{}\" href=\"items/{name}.xml\"/>\n", at + number)
        });
        sections.push_str(&section(topic, &references.collect::<String>(), &mut count));
        at = end;
    }
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd" identifier="test_{}" title="{}">
<testPart identifier="part" navigationMode="nonlinear" submissionMode="simultaneous">
{sections}</testPart>
</assessmentTest>
"#,
        number_of(&[&bank.id]),
        escape(&bank.title)
    )
}

/// A section in a section for each part of the topic; without a topic one that is not seen.
fn section(topic: &str, inside: &str, count: &mut usize) -> String {
    let (name, rest) = topic.split_once('/').unwrap_or((topic, ""));
    *count += 1;
    let number = *count;
    let inside = if rest.is_empty() { inside.to_owned() } else { section(rest, inside, count) };
    format!(
        "<assessmentSection identifier=\"section_{number}\" title=\"{}\" visible=\"{}\">\n{inside}</assessmentSection>\n",
        escape(name),
        !name.is_empty()
    )
}
