//! The dwellings: put your database here.

/// A dwelling as it is kept.
pub struct Kept {
    pub id: &'static str,
    pub area: f64,
    pub keeper_uscc: &'static str,
    pub tenant_name: &'static str,
}

static KEPT: [Kept; 2] = [
    Kept {
        id: "1",
        area: 62.5,
        keeper_uscc: "11990101MB9000015E",
        tenant_name: "张三",
    },
    Kept {
        id: "2",
        area: 48.0,
        keeper_uscc: "11990101MB0001310F",
        tenant_name: "李四",
    },
];

/// The dwelling of an id.
pub fn find(id: &str) -> Option<&'static Kept> {
    KEPT.iter().find(|kept| kept.id == id)
}

/// The first dwellings.
pub fn list(first: i32) -> impl Iterator<Item = &'static Kept> {
    KEPT.iter().take(first.clamp(0, 100) as usize)
}
