//! The files of a Canvas package around its items. Knows no question.

use crate::exchange::xml::escape;

/// `imsmanifest.xml`.
pub(super) fn manifest(quiz: &str, title: &str, pictures: &[&str]) -> String {
    let pictures = pictures.iter().enumerate().map(|(number, name)| {
        let path = escape(&format!("images/{name}"));
        format!(
            "    <resource identifier=\"{quiz}_image_{number}\" type=\"webcontent\" href=\"{path}\">\n      <file \
             href=\"{path}\"/>\n    </resource>\n"
        )
    });
    let pictures: String = pictures.collect();
    let title = escape(title);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{quiz}_manifest" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2">
  <metadata>
    <schema>IMS Content</schema>
    <schemaversion>1.1.3</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title>
          <imsmd:string>{title}</imsmd:string>
        </imsmd:title>
      </imsmd:general>
    </imsmd:lom>
  </metadata>
  <organizations/>
  <resources>
    <resource identifier="{quiz}" type="imsqti_xmlv1p2">
      <file href="{quiz}/{quiz}.xml"/>
      <dependency identifierref="{quiz}_meta"/>
    </resource>
    <resource identifier="{quiz}_meta" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="{quiz}/assessment_meta.xml">
      <file href="{quiz}/assessment_meta.xml"/>
    </resource>
{pictures}  </resources>
</manifest>
"#
    )
}

/// The quiz itself.
pub(super) fn assessment(quiz: &str, title: &str, items: &str) -> String {
    let title = escape(title);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/ims_qtiasiv1p2 http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd">
  <assessment ident="{quiz}" title="{title}">
    <qtimetadata>
      <qtimetadatafield>
        <fieldlabel>cc_maxattempts</fieldlabel>
        <fieldentry>1</fieldentry>
      </qtimetadatafield>
    </qtimetadata>
    <section ident="root_section">
{items}    </section>
  </assessment>
</questestinterop>
"#
    )
}

/// `assessment_meta.xml`. Its identifier is that of the quiz, else Canvas passes it over.
pub(super) fn meta(quiz: &str, title: &str, about: &str, points: f64) -> String {
    let (title, about) = (escape(title), escape(about));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<quiz identifier="{quiz}" xmlns="http://canvas.instructure.com/xsd/cccv1p0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://canvas.instructure.com/xsd/cccv1p0 https://canvas.instructure.com/xsd/cccv1p0.xsd">
  <title>{title}</title>
  <description>{about}</description>
  <shuffle_answers>true</shuffle_answers>
  <scoring_policy>keep_highest</scoring_policy>
  <hide_results></hide_results>
  <quiz_type>assignment</quiz_type>
  <points_possible>{points}</points_possible>
  <require_lockdown_browser>false</require_lockdown_browser>
  <show_correct_answers>true</show_correct_answers>
  <anonymous_submissions>false</anonymous_submissions>
  <could_be_locked>false</could_be_locked>
  <allowed_attempts>1</allowed_attempts>
  <one_question_at_a_time>false</one_question_at_a_time>
  <cant_go_back>false</cant_go_back>
  <available>false</available>
  <one_time_results>false</one_time_results>
  <only_visible_to_overrides>false</only_visible_to_overrides>
  <module_locked>false</module_locked>
</quiz>
"#
    )
}
