//! The Children in Need census of one council and one year, as XML.

mod pre_proceedings;
mod referral;
mod xml;

use jiff::civil::{Date, DateTime};

use crate::child::{Birth, Child, Upn};
use crate::code::{Code, Disability};
use crate::need::Referral;
use crate::year::Year;
pub(crate) use pre_proceedings::asked_for as steps_asked_for;
use xml::Xml;

/// What the head of the file says.
#[derive(Clone, Copy, Debug)]
pub struct Census<'a> {
    /// The year.
    pub year: Year,
    /// The council, by its three figures.
    pub council: &'a str,
    /// The release of the software that wrote it.
    pub release: &'a str,
    /// The how-manieth file of the year it is.
    pub serial: u16,
    /// When it was written.
    pub written: DateTime,
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the census could not be written: {0}")]
pub struct CannotWrite(#[from] std::io::Error);

/// Writes the census: every child with a case in the year, each as far as was known on 31 March.
pub fn write(census: &Census<'_>, children: &[Child]) -> Result<String, CannotWrite> {
    let mut xml = Xml::new()?;
    xml.within("Message", |xml| {
        head(xml, census)?;
        xml.within("Children", |xml| children.iter().try_for_each(|child| one(xml, census.year, child)))
    })?;
    Ok(xml.finish())
}

fn head(xml: &mut Xml, census: &Census<'_>) -> std::io::Result<()> {
    xml.within("Header", |xml| {
        xml.within("CollectionDetails", |xml| {
            xml.text("Collection", "CIN")?;
            xml.text("Year", &census.year.ends().year().to_string())?;
            xml.date("ReferenceDate", census.year.ends())
        })?;
        xml.within("Source", |xml| {
            xml.text("SourceLevel", "L")?;
            xml.text("LEA", census.council)?;
            xml.text("SoftwareCode", "Kith")?;
            xml.text("Release", census.release)?;
            xml.text("SerialNo", &format!("{:03}", census.serial))?;
            xml.text("DateTime", &census.written.strftime("%Y-%m-%dT%H:%M:%S").to_string())
        })
    })
}

fn one(xml: &mut Xml, year: Year, child: &Child) -> std::io::Result<()> {
    let referrals: Vec<_> = child.referrals.iter().filter(|referral| asked_for(year, referral)).collect();
    if referrals.is_empty() {
        return Ok(());
    }
    xml.within("Child", |xml| {
        xml.within("ChildIdentifiers", |xml| identifiers(xml, year, child))?;
        xml.within("ChildCharacteristics", |xml| {
            xml.text("Ethnicity", child.ethnicity.code())?;
            if child.disabilities.is_empty() {
                return Ok(());
            }
            xml.within("Disabilities", |xml| {
                child
                    .disabilities
                    .iter()
                    .copied()
                    .map(Disability::code)
                    .try_for_each(|code| xml.text("Disability", code))
            })
        })?;
        referrals.iter().try_for_each(|each| referral::write(xml, year, each))
    })
}

fn identifiers(xml: &mut Xml, year: Year, child: &Child) -> std::io::Result<()> {
    xml.text("LAchildID", &child.id)?;
    match &child.upn {
        Upn::Known(number) => xml.text("UPN", number)?,
        Upn::Unknown(why) => xml.text("UPNunknown", why.code())?,
    }
    match child.birth {
        Birth::On(day) => xml.date("PersonBirthDate", day)?,
        Birth::Expected(day) => xml.date("ExpectedPersonBirthDate", day)?,
    }
    xml.text("Sex", child.sex.code())?;
    xml.maybe("PersonDeathDate", year.known(child.died))
}

/// Whether the census of a year asks for a referral: the case was open at some time in it. One that led to nothing
/// was open on its own day alone.
pub(crate) fn asked_for(year: Year, referral: &Referral) -> bool {
    let ended: Option<Date> = match referral.closed {
        Some(closed) => Some(closed.on),
        None => referral.no_further_action.then_some(referral.on),
    };
    year.touches(referral.on, ended)
}
