/**
 * The schema of the XML of one report. The file of a year holds such elements one after the other in `annualReports`, which has no namespace. An
 * attribute that is not there is null; `raw` that is there and empty is a blank cell.
 */
export const ANNUAL_REPORT_XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:gongkai:annual-report:1"
  targetNamespace="urn:gongkai:annual-report:1" elementFormDefault="qualified">
  <xs:element name="annualReport">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="title" type="xs:string" minOccurs="0"/>
        <xs:element name="authority" type="xs:string" minOccurs="0"/>
        <xs:element name="intro" type="xs:string"/>
        <xs:element name="sections"><xs:complexType><xs:sequence>
          <xs:element name="section" type="section" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="cells"><xs:complexType><xs:sequence>
          <xs:element name="cell" type="cell" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="signature" type="xs:string" minOccurs="0"/>
        <xs:element name="figures"><xs:complexType><xs:sequence>
          <xs:element name="figure" type="figure" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="problems"><xs:complexType><xs:sequence>
          <xs:element name="problem" type="problem" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType></xs:element>
      </xs:sequence>
      <xs:attribute name="form" use="required"><xs:simpleType><xs:restriction base="xs:string">
        <xs:enumeration value="2021"/>
        <xs:enumeration value="2019"/>
        <xs:enumeration value="before-2019"/>
        <xs:enumeration value="unknown"/>
      </xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="year" type="xs:integer"/>
      <xs:attribute name="signedOn" type="xs:date"/>
      <xs:attribute name="publishedOn" type="xs:date"/>
      <xs:attribute name="file" type="xs:string" use="required"/>
      <xs:attribute name="sha256"><xs:simpleType><xs:restriction base="xs:string">
        <xs:pattern value="[0-9a-f]{64}"/>
      </xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="mediaType" type="xs:string"/>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="section"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="no" type="xs:string" use="required"/>
    <xs:attribute name="title" type="xs:string" use="required"/>
    <xs:attribute name="heading" type="xs:string" use="required"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:complexType name="cell">
    <xs:attribute name="table" use="required"><xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="proactive"/>
      <xs:enumeration value="requests"/>
      <xs:enumeration value="remedies"/>
    </xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="row" type="xs:string" use="required"/>
    <xs:attribute name="column" type="xs:string" use="required"/>
    <xs:attribute name="state" use="required"><xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="number"/>
      <xs:enumeration value="blank"/>
      <xs:enumeration value="mark"/>
      <xs:enumeration value="text"/>
      <xs:enumeration value="unread"/>
    </xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="value" type="xs:decimal"/>
    <xs:attribute name="unit" type="xs:string"/>
    <xs:attribute name="raw" type="xs:string"/>
    <xs:attribute name="inferred" type="xs:boolean" use="required"/>
  </xs:complexType>
  <xs:complexType name="figure">
    <xs:attribute name="part" type="xs:string" use="required"/>
    <xs:attribute name="start" type="xs:integer" use="required"/>
    <xs:attribute name="end" type="xs:integer" use="required"/>
    <xs:attribute name="raw" type="xs:string" use="required"/>
    <xs:attribute name="value" type="xs:decimal" use="required"/>
    <xs:attribute name="unit" type="xs:string"/>
    <xs:attribute name="subject" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:complexType name="problem"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="code" type="xs:string" use="required"/>
  </xs:extension></xs:simpleContent></xs:complexType>
</xs:schema>
`
