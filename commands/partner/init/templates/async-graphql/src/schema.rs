//! The schema with its resolvers; schema.graphql is what it prints.

use async_graphql::{EmptyMutation, EmptySubscription, ID, Object, SDLExportOptions, SimpleObject};

use crate::dwellings::{self, Kept};

pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

pub struct Dwelling(&'static Kept);

/// A dwelling that is kept as public housing (公租房).
#[Object]
impl Dwelling {
    /// Id (标识).
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Floor area in square metres (建筑面积).
    async fn area(&self) -> Option<f64> {
        Some(self.0.area)
    }

    /// Body that keeps it (管理单位).
    async fn keeper(&self) -> Option<Organization> {
        // Another service knows its name: the id is all that it takes.
        Some(Organization {
            id: format!("CN-USCC-{}", self.0.keeper_uscc).into(),
        })
    }

    /// Credit code of the body that keeps it (管理单位统一社会信用代码).
    async fn keeper_uscc(&self) -> Option<&str> {
        Some(self.0.keeper_uscc)
    }

    /// Name of the tenant (承租人姓名).
    async fn tenant_name(&self) -> Option<&str> {
        Some(self.0.tenant_name)
    }
}

/// A body that another service describes (机构).
#[derive(SimpleObject)]
#[graphql(unresolvable = "id")]
pub struct Organization {
    /// Id (标识).
    id: ID,
}

pub struct Query;

#[Object]
impl Query {
    /// A dwelling by its id (房屋).
    async fn dwelling(&self, #[graphql(desc = "Id (标识).")] id: ID) -> Option<Dwelling> {
        dwellings::find(&id).map(Dwelling)
    }

    /// Dwellings in the order of their ids (房屋列表).
    async fn dwellings(
        &self,
        #[graphql(desc = "At most so many, 100 at most (条数).", default = 20)] first: Option<i32>,
    ) -> Option<Vec<Dwelling>> {
        Some(dwellings::list(first.unwrap_or(20)).map(Dwelling).collect())
    }

    #[graphql(entity)]
    async fn find_dwelling_by_id(&self, id: ID) -> Option<Dwelling> {
        dwellings::find(&id).map(Dwelling)
    }
}

/// The schema that the service answers.
pub fn create_schema() -> Schema {
    Schema::build(Query, EmptyMutation, EmptySubscription)
        .enable_federation()
        .finish()
}

/// What it prints in answer to `_service { sdl }`.
pub fn print_schema() -> String {
    create_schema().sdl_with_options(SDLExportOptions::new().federation().compose_directive())
}

#[test]
fn schema_file_is_as_printed() {
    assert_eq!(
        include_str!("../schema.graphql").trim(),
        print_schema().trim()
    );
}
