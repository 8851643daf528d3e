//! What a unit is: what it measures, how large it is, and changing a number of one into a number of another. Knows no names.

/// How many base units there are; every known unit is a product of m, kg, s, A, K, mol, cd, bit and money, in this order.
pub(crate) const DIMENSIONS: usize = 9;

/// What a unit measures and how large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Unit {
    /// Powers of the base units, in the order that [`DIMENSIONS`] tells.
    pub dimensions: [i32; DIMENSIONS],
    /// Size in base units is `factor` × 10^`power`: apart, so that prefixes stay exact.
    pub factor: f64,
    /// See `factor`.
    pub power: i32,
    /// What to add to a number in this unit before its size counts, for temperatures; 0 in a compound.
    pub zero: f64,
    /// Parts units of one dimension that never stand for each other, such as Hz and Bq; empty in a compound.
    pub tag: &'static str,
    /// Whose measure it is, where one name has two sizes.
    pub system: System,
}

/// Whose measure a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    /// Everybody's.
    Common,
    /// That of the United States.
    American,
    /// That of Britain.
    British,
}

impl Unit {
    pub const ONE: Self =
        Self { dimensions: [0; DIMENSIONS], factor: 1.0, power: 0, zero: 0.0, tag: "", system: System::Common };

    pub fn raised(self, exponent: i32) -> Self {
        if exponent == 1 {
            return self;
        }
        Self {
            dimensions: self.dimensions.map(|dimension| dimension * exponent),
            factor: self.factor.powi(exponent),
            power: self.power * exponent,
            // Euros an hour are no pounds an hour, although hertz and becquerels are both a count in a time.
            tag: if self.is_money() { self.tag } else { "" },
            ..Self::ONE
        }
    }

    pub fn times(self, other: Self) -> Self {
        let money = [self, other].into_iter().find(Self::is_money);
        let mut product = Self {
            factor: self.factor * other.factor,
            power: self.power + other.power,
            tag: money.map_or("", |money| money.tag),
            ..Self::ONE
        };
        for (index, dimension) in product.dimensions.iter_mut().enumerate() {
            *dimension = self.dimensions[index] + other.dimensions[index];
        }
        product
    }

    pub fn scaled(self, factor: f64) -> Self {
        Self { factor: self.factor * factor, ..self }
    }

    pub fn is_money(&self) -> bool {
        self.dimensions[DIMENSIONS - 1] != 0
    }

    pub fn is_of_bits(&self) -> bool {
        self.dimensions[DIMENSIONS - 2] != 0
    }

    pub fn is_time(&self) -> bool {
        self.dimensions == [0, 0, 1, 0, 0, 0, 0, 0, 0]
    }

    pub fn is_number(&self) -> bool {
        self.dimensions == Self::ONE.dimensions
    }

    pub fn stands_for(&self, other: &Self) -> bool {
        let is_tag_alike = self.tag.is_empty() || other.tag.is_empty() || self.tag == other.tag;
        let is_system_alike =
            self.system == System::Common || other.system == System::Common || self.system == other.system;
        self.dimensions == other.dimensions && is_tag_alike && is_system_alike
    }
}

/// `value` of the one unit in the other, which measures the same.
pub(crate) fn change(value: f64, from: &Unit, to: &Unit) -> f64 {
    if from.zero == 0.0 && to.zero == 0.0 {
        return scaled(value * (from.factor / to.factor), from.power - to.power);
    }
    let changed = scaled((value + from.zero) * (from.factor / to.factor), from.power - to.power) - to.zero;
    // 273.15 has no exact binary form: what subtracting leaves is cut off at a nanokelvin.
    (changed * 1e9).round() / 1e9
}

/// `value` × 10^`power`. Dividing by a power of ten rounds once; multiplying by 10^-3 would round twice.
fn scaled(value: f64, power: i32) -> f64 {
    let scale = 10_f64.powi(power.saturating_abs());
    if power < 0 { value / scale } else { value * scale }
}
